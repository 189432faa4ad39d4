package vn.chitra.hub.batch.camel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.chitra.hub.batch.RefusedLoginSettings;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.partner.Partners;

/**
 * Logins at partners' servers. A refused login is no outage: a person must act, and a server that is tried every half minute locks the
 * account. So it opens a case at once, is tried again after a wait that doubles up to an hour, and the next success closes the case. A
 * server that cannot be reached is tried at every poll. Waits are kept in memory, by the wall clock.
 */
@Component
public class PartnerLogins {

  private static final Logger LOG = LoggerFactory.getLogger(PartnerLogins.class);
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Partners partners;
  private final Cases cases;
  private final Duration first;
  private final Clock wallClock;
  private final Map<String, Wait> waits = new HashMap<>();
  private final Set<String> knownGood = new HashSet<>();
  /** The connections, and the operations of an API, that each partner refuses: the case is open until all of them succeeded. */
  private final Map<String, Set<String>> refused = new HashMap<>();

  public PartnerLogins(Partners partners, Cases cases, RefusedLoginSettings settings, @Qualifier("wallClock") Clock wallClock) {
    this.partners = partners;
    this.cases = cases;
    this.first = settings.poll().refusedLogin();
    this.wallClock = wallClock;
  }

  /** The reason of a refusal; each needs a person. */
  public enum Refusal {
    /** Password, key or client secret: further tries lock the account. */
    CREDENTIALS("từ chối tên đăng nhập, mật khẩu, khoá hoặc mật khẩu ứng dụng của ta", true),
    /** An API refuses the token that it has just given. */
    TOKEN("từ chối thẻ truy cập vừa cấp (HTTP 401); hỏi ngân hàng về ứng dụng của ta", true),
    /** An API lets us in and forbids one operation, whatever the token. */
    OPERATION("cho đăng nhập nhưng không cho làm việc ấy (HTTP 403); hỏi ngân hàng về quyền của ứng dụng", true),
    /** Nothing of ours was sent, so it is tried again at every poll. */
    HOST_KEY("đưa ra khoá máy chủ khác khoá đã ghim trong known_hosts; ta không đăng nhập", false),
    /** No algorithm in common: one side speaks only what the other no longer takes. */
    ALGORITHMS("không có thuật toán SSH chung với ta; xem allow-ssh-rsa, key-exchanges, ciphers của kết nối", false),
    /** Our own key file cannot be used. */
    OWN_KEY("không được thử: tệp khoá riêng của ta không mở được; xem private-key và passphrase của kết nối", false);

    private final String words;
    private final boolean waited;

    Refusal(String words, boolean waited) {
      this.words = words;
      this.waited = waited;
    }

    /** Goes on after the name of the server; Vietnamese. */
    public String words() {
      return words;
    }
  }

  /** How long the connection is still left alone after a refusal; empty when it may be tried. */
  public synchronized Optional<Duration> waiting(String connection) {
    return Optional.ofNullable(waits.get(connection)).map(wait -> Duration.between(wallClock.instant(), wait.until()))
        .filter(left -> !left.isNegative() && !left.isZero());
  }

  /** @param connection as in the settings: {@code hub.sftp.agribank}; of an API perhaps with an operation behind it */
  public void refused(String partner, String connection, Refusal why) {
    Duration wait = note(partner, connection, why);
    cases.open(NewCase.about(CaseKind.LOGIN_REFUSED, "partner:" + partner, "Máy chủ của " + partners.nameOf(partner)
        + " (kết nối " + connection + ") " + why.words
        + (why.waited ? ". Hub thử lại sau " + wait.toMinutes() + " phút, rồi thưa dần tới " + LONGEST.toMinutes()
            + " phút, để tài khoản không bị khoá." : ".")).atPartner(partner));
  }

  private synchronized Duration note(String partner, String connection, Refusal why) {
    knownGood.remove(partner);
    refused.computeIfAbsent(partner, one -> new HashSet<>()).add(connection);
    if (!why.waited) {
      return Duration.ZERO;
    }
    Wait before = waits.get(connection);
    Duration wait = before == null ? first : before.length().multipliedBy(2);
    Duration length = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    waits.put(connection, new Wait(length, wallClock.instant().plus(length)));
    LOG.warn("login of {} refused at {}: tried again in {}", partner, connection, length);
    return length;
  }

  /** Closes the case of a refusal before, of this run or an earlier one, once nothing of the partner's is refused any more. */
  public void succeeded(String partner, String connection) {
    if (isNews(partner, connection) && cases.tryToClose(CaseKind.LOGIN_REFUSED, "partner:" + partner, "đăng nhập lại được")) {
      closed(partner);
    }
  }

  private synchronized boolean isNews(String partner, String connection) {
    waits.remove(connection);
    Set<String> others = refused.computeIfAbsent(partner, one -> new HashSet<>());
    others.remove(connection);
    return others.isEmpty() && !knownGood.contains(partner);
  }

  /** Known only once the database has closed the case; a refusal meanwhile opened another. */
  private synchronized void closed(String partner) {
    if (refused.getOrDefault(partner, Set.of()).isEmpty()) {
      knownGood.add(partner);
    }
  }

  private record Wait(Duration length, Instant until) {}
}
