package vn.chitra.hub.batch.camel;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.chitra.hub.batch.Upload;
import vn.chitra.hub.batch.UploadResult;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;

/**
 * Uploads a file to a partner's SFTP folder and proves that it arrived, by {@link SftpUpload}. Any error leaves the outcome unknown; a
 * refused login is waited for. One
 * session per server is kept open. A server that refuses the rename is remembered until the hub stops; {@code rename: false} in the
 * partner's profile states it from the start.
 */
@Component("sftpUploads")
public final class SftpUploads {

  private static final Logger LOG = LoggerFactory.getLogger(SftpUploads.class);

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final SftpServers servers;
  private final Partners partners;
  private final PartnerLogins logins;
  private final Map<String, SftpLink> links = new ConcurrentHashMap<>();
  private final Set<String> withoutRename = ConcurrentHashMap.newKeySet();

  SftpUploads(SftpServers servers, Partners partners, PartnerLogins logins) {
    this.servers = servers;
    this.partners = partners;
    this.logins = logins;
  }

  /** An attempt that no other instance can take over. */
  UploadResult deliver(Upload upload) {
    return deliver(upload, () -> true);
  }

  /**
   * Uploads a file. Never throws for an error at the partner.
   *
   * @param underWay checked before the file gets its final name: false when another attempt has taken over meanwhile
   */
  public UploadResult deliver(Upload upload, BooleanSupplier underWay) {
    String connection = SftpServers.setting(upload.connection());
    Optional<Duration> wait = logins.waiting(connection);
    if (wait.isPresent()) {
      return new UploadResult.Later("đăng nhập bị từ chối; thử lại sau " + wait.get().toSeconds() + " giây", nextTry(connection));
    }
    SftpLink link = links.computeIfAbsent(upload.connection(), this::link);
    synchronized (link) {
      try {
        link.open();
      } catch (JSchException e) {
        return notOpened(upload, link, connection, e);
      }
      logins.succeeded(upload.partner(), connection);
      try {
        return deliver(upload, link, underWay);
      } catch (SftpException | IOException e) {
        LOG.debug("delivery of batch {} ended without proof", upload.batchId(), e);
        link.close();
        return new UploadResult.Unknown(reason(e));
      }
    }
  }

  /** A refused login has a case of its own and is no attempt to send. An outage has none: there the batch says so after some attempts. */
  private UploadResult notOpened(Upload upload, SftpLink link, String connection, JSchException e) {
    LOG.debug("no session for batch {}", upload.batchId(), e);
    link.close();
    Optional<PartnerLogins.Refusal> refusal = SftpRefusals.of(e);
    if (refusal.isEmpty()) {
      return new UploadResult.Unknown(reason(e));
    }
    logins.refused(upload.partner(), connection, refusal.get());
    return new UploadResult.Later(reason(e), nextTry(connection));
  }

  /** When a waiting file is tried again: a login that succeeds elsewhere ends the wait before its time. */
  private Duration nextTry(String connection) {
    return logins.waiting(connection).filter(wait -> wait.compareTo(LONGEST_WAIT) < 0).orElse(LONGEST_WAIT);
  }

  private SftpLink link(String connection) {
    SftpEndpoint endpoint = servers.endpoint(connection, "", "");
    return new SftpLink(endpoint, servers.operations(connection, endpoint));
  }

  private UploadResult deliver(Upload upload, SftpLink link, BooleanSupplier underWay) throws IOException, SftpException {
    SftpUpload attempt = new SftpUpload(link, upload, underWay);
    if (mayRename(upload)) {
      try {
        return attempt.byRename();
      } catch (SftpUpload.RenameForbidden e) {
        LOG.warn("partner {} does not let us rename: files are finished by NAME.done; set rename: false in its profile",
            upload.partner());
        withoutRename.add(upload.partner());
      }
    }
    return attempt.withDoneFile();
  }

  private boolean mayRename(Upload upload) {
    return !withoutRename.contains(upload.partner())
        && partners.byId(upload.partner()).map(PartnerProfile::rename).orElse(true);
  }

  private static String reason(Exception e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + (root.getMessage() == null ? "" : ": " + root.getMessage());
  }
}
