package vn.chitra.hub.operations.health;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Word;

/** The health of the send gate: DEGRADED while a restored database waits for two persons. */
@Component("sendingHealthIndicator")
class SendGateHealth implements HealthIndicator {

  private static final String GATE = SqlText.of("operations/read-send-gate");

  private final JdbcClient jdbc;

  SendGateHealth(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Health health() {
    return jdbc.sql(GATE).query((r, n) -> {
      Health.Builder health = Health.status(r.getBoolean(1) ? Status.UP : PartnerHealth.DEGRADED).withDetail("generation", r.getInt(2));
      return r.getBoolean(1) ? health.withDetail(PartnerHealth.WORDS, new Word("cổng gửi mở", "the send gate is open").shown()).build()
          : health.withDetail(PartnerHealth.WORDS, new Word(
                  "cổng gửi đóng sau khi khôi phục: không tệp nào đi cho tới khi hai người cho phép",
                  "the send gate is closed after a restore: no file leaves until two persons allow it").shown())
              .withDetail("stoppedSince", r.getString(3)).withDetail("waitsFor", "RELEASE_RESTORED hub").build();
    }).single();
  }
}
