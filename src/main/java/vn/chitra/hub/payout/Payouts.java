package vn.chitra.hub.payout;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/**
 * Applies the decisions of persons to one payout, beside its payments. Takes part in the caller's transaction; the caller holds its lock.
 */
@Component
public class Payouts {

  private static final String HOLD = SqlText.of("payout/hold-payout-by-hand");
  private static final String REOPEN = SqlText.of("payout/reopen-payout");

  private final JdbcClient jdbc;
  private final Clock businessClock;

  Payouts(JdbcClient jdbc, Clock businessClock) {
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  /** @param reason a code, at most 30 characters */
  public void hold(long payoutId, String reason) {
    jdbc.sql(HOLD).param("payout", payoutId).param("reason", reason).param("now", now()).update();
  }

  /** The payout is to be paid again, through the channel given. */
  public void reopen(long payoutId, Channel channel) {
    jdbc.sql(REOPEN).param("payout", payoutId).param("channel", channel.name()).param("now", now()).update();
  }

  private Timestamp now() {
    return Timestamp.from(businessClock.instant());
  }
}
