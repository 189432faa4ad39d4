package vn.chitra.hub.operations.health;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whether files may leave: DEGRADED while a restored database waits for two persons. */
@Component("sendingHealthIndicator")
class SendGateHealth implements HealthIndicator {

  private final JdbcTemplate jdbc;

  SendGateHealth(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Health health() {
    return jdbc.query("select open, generation, to_char(stopped_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') from send_gate",
        r -> {
          r.next();
          Health.Builder health = Health.status(r.getBoolean(1) ? Status.UP : PartnerHealth.DEGRADED).withDetail("generation", r.getInt(2));
          return r.getBoolean(1) ? health.build()
              : health.withDetail("stoppedSince", r.getString(3)).withDetail("waitsFor", "RELEASE_RESTORED hub").build();
        });
  }
}
