package vn.chitra.hub.inbound.camel;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.inbound.camel.SameFile.StillWrittenException;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.support.Masking;
import vn.chitra.hub.support.RootCause;

/**
 * Handles errors at a partner's folder. An unreadable file or folder opens a case and is skipped, so that it does not block the others; the
 * first whole poll without it closes the case. Any other error ends the poll, is logged in one line and shows in the partner's health.
 */
final class InboxTroubles implements ExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(InboxTroubles.class);
  private static final int SUBJECT_LENGTH = 80;
  private static final String DONE = "done/";

  private final PartnerProfile partner;
  private final String start;
  private final Cases cases;
  private final Set<String> movable = ConcurrentHashMap.newKeySet();
  /** Subjects by kind that this poll cannot read or does not fetch, and those of the poll before. */
  private final Map<CaseKind, Set<String>> met = new EnumMap<>(CaseKind.class);
  private final Map<CaseKind, Set<String>> metBefore = new EnumMap<>(CaseKind.class);
  private @Nullable String stated;
  private boolean troubled;
  private int changes;

  InboxTroubles(PartnerProfile partner, String start, Cases cases) {
    this.partner = partner;
    this.start = start;
    this.cases = cases;
  }

  synchronized void beginPoll() {
    met.clear();
    troubled = false;
  }

  /** A poll went through all folders: cases about what it did not meet, perhaps of an earlier run, end; so does the failure in the log. */
  synchronized void endPoll() {
    for (CaseKind kind : List.of(CaseKind.INBOX_UNREADABLE, CaseKind.FILE_TOO_LARGE)) {
      Set<String> now = met.getOrDefault(kind, Set.of());
      if (!now.equals(metBefore.get(kind)) && ends(kind, now)) {
        metBefore.put(kind, Set.copyOf(now));
      }
    }
    if (!troubled && stated != null) {
      changes++;
      stated = null;
      LOG.info("inbox of {} is read again", partner.id());
    }
  }

  /** @return false when the database is away: the next poll does it */
  private boolean ends(CaseKind kind, Set<String> remaining) {
    try {
      cases.autoCloseOthers(kind, partner.id(), remaining, "lần đọc sau không gặp lại");
      return true;
    } catch (RuntimeException e) {
      LOG.warn("cases {} of {} are not closed yet: {}", kind, partner.id(), RootCause.name(e));
      return false;
    }
  }

  /** Whether polling continues after this file or folder. */
  boolean passesBy(String path, Throwable cause) {
    if (cause instanceof StillWrittenException) {
      LOG.debug("inbox of {}: {}", partner.id(), cause.getMessage());
      return true;
    }
    int id = sftpError(cause).map(e -> e.id).orElse(ChannelSftp.SSH_FX_FAILURE);
    boolean first = strip(path).equals(strip(start));
    if (id == ChannelSftp.SSH_FX_PERMISSION_DENIED) {
      meet(CaseKind.INBOX_UNREADABLE, path, "Máy chủ không cho đọc " + Masking.maskDigits(path));
      return !first;
    }
    return id == ChannelSftp.SSH_FX_NO_SUCH_FILE && !first;
  }

  void tooLarge(String path, long size) {
    meet(CaseKind.FILE_TOO_LARGE, path, "Tệp " + Masking.maskDigits(path) + " dài " + size + " byte, giới hạn "
        + partner.maxInboundBytes() + " byte; không tải về.");
  }

  /** One case a folder: its files stay there, archived and not fetched again. */
  void notMovable(String folder, Throwable cause) {
    movable.remove(folder);
    String stated = sftpError(cause).map(SftpException::getMessage).orElse("máy chủ không nói lý do");
    open(CaseKind.FILE_NOT_MOVED, folder, "Không chuyển được tệp đã nhận từ " + Masking.maskDigits(folder) + " vào " + DONE + " bên trong: "
        + Masking.maskDigits(stated));
  }

  /** A file was moved out of the folder: a case about it, perhaps of an earlier run, ends. */
  void moved(String folder) {
    if (!movable.contains(folder) && cases.tryToClose(CaseKind.FILE_NOT_MOVED, subject(folder), "tệp đã chuyển được vào " + DONE)) {
      movable.add(folder);
    }
  }

  private void meet(CaseKind kind, String path, String evidence) {
    synchronized (this) {
      met.computeIfAbsent(kind, one -> new HashSet<>()).add(subject(path));
    }
    open(kind, path, evidence);
  }

  private void open(CaseKind kind, String path, String evidence) {
    cases.open(NewCase.about(kind, subject(path), evidence).atPartner(partner.id()));
  }

  private String subject(String path) {
    String subject = "partner:" + partner.id() + "/" + strip(Masking.maskDigits(path));
    return subject.substring(0, Math.min(SUBJECT_LENGTH, subject.length()));
  }

  @Override
  public void handleException(Throwable exception) {
    handleException("", null, exception);
  }

  @Override
  public void handleException(String message, Throwable exception) {
    handleException(message, null, exception);
  }

  @Override
  public void handleException(String message, Exchange exchange, Throwable exception) {
    Throwable root = exception;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String words = Masking.maskDigits(message + " (" + root.getClass().getSimpleName() + ": " + root.getMessage() + ")");
    if (isNews(words)) {
      LOG.warn("inbox of {}: {}; the same failure is not logged again", partner.id(), words);
    }
    LOG.debug("inbox of {}", partner.id(), exception);
  }

  /** A repeated error is not logged; the partner's health shows it all the time. */
  private synchronized boolean isNews(String words) {
    troubled = true;
    boolean news = !words.equals(stated);
    if (news) {
      changes++;
      stated = words;
    }
    return news;
  }

  /** How many times something was logged. */
  synchronized int changes() {
    return changes;
  }

  private static Optional<SftpException> sftpError(Throwable thrown) {
    for (Throwable one = thrown; one != null; one = one.getCause()) {
      if (one instanceof SftpException sftp) {
        return Optional.of(sftp);
      }
    }
    return Optional.empty();
  }

  private static String strip(String path) {
    return path.replaceAll("^/+|/+$", "");
  }
}
