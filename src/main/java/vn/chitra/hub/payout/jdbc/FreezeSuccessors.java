package vn.chitra.hub.payout.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/**
 * What may not go out any more after a round of statuses, because a person decides first: payments without a number whose predecessor was
 * paid after all, and payments that the partner speaks of although they should not be there. A frozen payment leaves its open batch, and
 * what stays in there is numbered when the file is built; a batch that is being built at that moment notices that it holds less and is
 * built again.
 */
@Component
class FreezeSuccessors {

  private static final String LOCK_SUCCESSORS = SqlText.of("payout/move-payments/13-lock-successors");
  private static final String FREEZE = SqlText.of("payout/move-payments/14-freeze-successors");
  private static final String HOLD = SqlText.of("payout/move-payments/15-hold-successors");
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
    named.update(FREEZE, now);
    named.query(HOLD, now, rs -> { });
  }

  /** Money for these payouts is out twice: what would pay them, or whoever took their key, once more waits for a person. */
  void freezeAfter(Collection<Long> payouts) {
    MapSqlParameterSource values = new MapSqlParameterSource("payouts", new SqlArrayValue("int8", payouts.toArray()))
        .addValue("now", Timestamp.from(businessClock.instant()));
    named.update(FREEZE_OF_PAYOUTS, values);
  }
}
