package vn.chitra.hub.payout;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/**
 * Freezes payments that may not leave after a round of statuses until a person decides: payments without a number whose predecessor was
 * paid after all, and payments that the partner reports about although it should not hold them. A frozen payment leaves its open batch; the
 * lines of the batch are numbered when the file is built. A batch that is being built at that moment is waited for: its
 * payments may be out, and stay as they are.
 */
@Component
class FreezeSuccessors {

  private static final String LOCK_SUCCESSORS = SqlText.of("payout/move-payments/14-lock-successors");
  private static final String LOCK_PAYMENTS = SqlText.of("payout/move-payments/14-lock-payments-of-successors");
  private static final String FREEZE = SqlText.of("payout/move-payments/15-freeze-successors");
  private static final String HOLD = SqlText.of("payout/move-payments/16-hold-successors");
  private static final String LOCK_PAYMENTS_OF_PAYOUTS = SqlText.of("payout/lock-payments-of-payouts");
  private static final String FREEZE_OF_PAYOUTS = SqlText.of("payout/freeze-payments-of-payouts");

  private final NamedParameterJdbcTemplate named;
  private final Clock businessClock;

  FreezeSuccessors(NamedParameterJdbcTemplate named, Clock businessClock) {
    this.named = named;
    this.businessClock = businessClock;
  }

  /** Takes part in the caller's transaction, after its table {@code moved} was applied. */
  void afterRound(MapSqlParameterSource now) {
    named.query(LOCK_SUCCESSORS, now, rs -> { });
    named.query(LOCK_PAYMENTS, now, rs -> { });
    named.update(FREEZE, now);
    named.query(HOLD, now, rs -> { });
  }

  /** These payouts are paid twice: payments that would pay them, or the payouts that took their key, once more wait for a person. */
  void freezeAfter(Collection<Long> payouts) {
    MapSqlParameterSource values = new MapSqlParameterSource("payouts", new SqlArrayValue("int8", payouts.toArray()))
        .addValue("now", Timestamp.from(businessClock.instant()));
    named.query(LOCK_PAYMENTS_OF_PAYOUTS, values, rs -> { });
    named.update(FREEZE_OF_PAYOUTS, values);
  }
}
