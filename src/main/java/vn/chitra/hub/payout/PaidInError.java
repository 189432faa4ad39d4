package vn.chitra.hub.payout;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseDeadlines;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.support.SqlText;

/** Ends payments that were paid in error. */
@Component
public final class PaidInError {

  private static final String SETTLED = SqlText.of("payout/settle-errors/01-settled");
  private static final String CLOSE_CASES = SqlText.of("payout/settle-errors/02-close-cases");
  private static final String OPEN_CASES = SqlText.of("payout/settle-errors/03-open-cases");
  private static final String OPEN_CASES_OF_SUCCESSORS = SqlText.of("payout/settle-errors/04-open-cases-of-successors");

  private final NamedParameterJdbcTemplate named;
  private final CaseDeadlines deadlines;
  private final Clock businessClock;

  PaidInError(NamedParameterJdbcTemplate named, CaseDeadlines deadlines, Clock businessClock) {
    this.named = named;
    this.deadlines = deadlines;
    this.businessClock = businessClock;
  }

  /**
   * Ends errors of these payouts: the case closes with the last of them, and payments that were frozen for it are proposed for release.
   *
   * @param resolution Vietnamese, for the case
   */
  public void settled(Collection<Long> payouts, String resolution) {
    if (payouts.isEmpty()) {
      return;
    }
    MapSqlParameterSource values = new MapSqlParameterSource("payouts", new SqlArrayValue("int8", payouts.toArray()))
        .addValue("now", Timestamp.from(businessClock.instant())).addValue("resolution", resolution)
        .addValue("held_due", Timestamp.from(deadlines.of(CaseKind.PAYOUT_HELD)));
    values.addValue("settled", new SqlArrayValue("int8", named.queryForList(SETTLED, values, Long.class).toArray()));
    named.query(CLOSE_CASES, values, rs -> { });
    named.query(OPEN_CASES, values, rs -> { });
    named.query(OPEN_CASES_OF_SUCCESSORS, values, rs -> { });
  }

  /** Persons wrote off the errors of this payout: what was frozen because of them in payouts that took its key is proposed for release. */
  public void writtenOff(long payout) {
    named.query(OPEN_CASES_OF_SUCCESSORS, new MapSqlParameterSource("settled", new SqlArrayValue("int8", payout))
        .addValue("now", Timestamp.from(businessClock.instant()))
        .addValue("held_due", Timestamp.from(deadlines.of(CaseKind.PAYOUT_HELD))), rs -> { });
  }
}
