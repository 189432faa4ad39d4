package vn.chitra.hub.operations.health;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;
import vn.chitra.hub.alert.Alerts;
import vn.chitra.hub.support.Word;

/** The login at the mail server: DEGRADED while it is refused, for then no mail calls anybody. */
@Component("hubMail")
class MailHealth implements HealthIndicator {

  private final Alerts alerts;

  MailHealth(Alerts alerts) {
    this.alerts = alerts;
  }

  @Override
  public Health health() {
    boolean refused = alerts.isLoginRefused();
    return Health.status(refused ? PartnerHealth.DEGRADED : Status.UP).withDetail("loginRefused", refused)
        .withDetail(PartnerHealth.WORDS, (refused
            ? new Word("máy chủ thư từ chối đăng nhập: không thư nào báo được ai",
                "the mail server refuses the login: no mail calls anybody")
            : new Word("máy chủ thư không từ chối đăng nhập", "the mail server refuses no login")).shown()).build();
  }
}
