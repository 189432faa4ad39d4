package vn.chitra.hub.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;

/**
 * The login at the mail server. A refused login is no outage: it opens a case at once, is tried again after a wait that doubles up to an
 * hour, so that the account is not locked, and the next success closes the case. Nobody gets a mail about it: health and console show it.
 * The wait is kept in memory, by the wall clock.
 */
@Component
class MailLogin {

  private static final String SUBJECT = "mail:server";
  private static final Duration FIRST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Cases cases;
  private final Clock wallClock;
  private @Nullable Duration length;
  private Instant until = Instant.MIN;
  private boolean knownGood;

  MailLogin(Cases cases, @Qualifier("wallClock") Clock wallClock) {
    this.cases = cases;
    this.wallClock = wallClock;
  }

  /** Whether the server is left alone now. */
  synchronized boolean waits() {
    return wallClock.instant().isBefore(until);
  }

  /** Whether the newest login was refused. */
  synchronized boolean isRefused() {
    return length != null;
  }

  synchronized void refused() {
    length = length == null ? FIRST : length.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : length.multipliedBy(2);
    until = wallClock.instant().plus(length);
    knownGood = false;
    cases.open(NewCase.about(CaseKind.LOGIN_REFUSED, SUBJECT, "Máy chủ thư từ chối tên đăng nhập hoặc mật khẩu (hub.mail.username,"
        + " hub.mail.password). Thư chờ, không mất; hub thử lại sau " + length.toMinutes() + " phút, rồi thưa dần tới "
        + LONGEST.toMinutes() + " phút, để tài khoản không bị khoá. Không ai nhận được thư cho tới lúc ấy."));
  }

  /** The login was taken: a case about it, perhaps of an earlier run, ends. */
  synchronized void succeeded() {
    length = null;
    until = Instant.MIN;
    knownGood = knownGood || cases.tryToClose(CaseKind.LOGIN_REFUSED, SUBJECT, "đăng nhập lại được");
  }
}
