package vn.chitra.hub.payout;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseDeadlines;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/** Cancels or holds the payouts of a withdrawn payroll. Takes part in the caller's transaction; the caller holds the payroll's lock. */
@Component
public class WithdrawnPayouts {

  private static final String STEPS = "payout/withdraw-payroll/";
  private static final String LOCK_PAYMENTS = SqlText.of(STEPS + "lock-payments");
  private static final String LOCK_PAYOUTS = SqlText.of(STEPS + "lock-payouts");
  private static final String HAS_NUMBER = SqlText.of(STEPS + "has-number");
  private static final String CANCEL_PAYMENTS = SqlText.of(STEPS + "cancel/01-cancel-payments");
  private static final String BOOK_BACK = SqlText.of(STEPS + "cancel/02-book-back");
  private static final String CLOSE_CASES = SqlText.of(STEPS + "cancel/03-close-cases");
  private static final String REVIVALS_GO_BACK = SqlText.of(STEPS + "cancel/04-revivals-go-back");
  private static final String CANCEL_PAYOUTS = SqlText.of(STEPS + "cancel/05-cancel-payouts");
  private static final String NO_FUNDING_NEED = SqlText.of(STEPS + "cancel/06-no-funding-need");
  private static final String FREEZE_PAYMENTS = SqlText.of(STEPS + "freeze-payments");
  private static final String ANY = "select exists (select from payroll where withdrawn_at is not null and state <> 'CANCELLED')";
  private static final String FREEZE_WHAT_CAME_BACK = SqlText.of(STEPS + "freeze-what-came-back");
  private static final String LOCK_TO_HOLD = SqlText.of(STEPS + "hold/01-lock-payouts");
  private static final String HOLD = SqlText.of(STEPS + "hold/02-hold");

  private final NamedParameterJdbcTemplate jdbc;
  private final CaseDeadlines deadlines;
  private final Clock businessClock;

  WithdrawnPayouts(NamedParameterJdbcTemplate jdbc, CaseDeadlines deadlines, Clock businessClock) {
    this.jdbc = jdbc;
    this.deadlines = deadlines;
    this.businessClock = businessClock;
  }

  /** Payments before payouts, as everywhere. */
  public void lock(String payrollId) {
    jdbc.query(LOCK_PAYMENTS, values(payrollId), rs -> { });
    jdbc.query(LOCK_PAYOUTS, values(payrollId), rs -> { });
  }

  /** Whether a payment of the payroll has a number, so that it may have left. */
  public boolean haveNumber(String payrollId) {
    return Boolean.TRUE.equals(jdbc.queryForObject(HAS_NUMBER, values(payrollId), Boolean.class));
  }

  /**
   * For a payroll without a sent payment: ends payments, bookings, needs and payouts; revived payouts are carried over again. Returns how
   * many payouts.
   */
  public int cancel(String payrollId) {
    MapSqlParameterSource values = values(payrollId);
    jdbc.queryForObject(CANCEL_PAYMENTS, values, Integer.class);
    jdbc.update(BOOK_BACK, values);
    jdbc.query(CLOSE_CASES, values, rs -> { });
    int payouts = jdbc.update(REVIVALS_GO_BACK, values) + jdbc.update(CANCEL_PAYOUTS, values);
    jdbc.update(NO_FUNDING_NEED, values);
    return payouts;
  }

  /** A part has left: what has no number yet waits for a person. Gives how many payments. */
  public int freeze(String payrollId) {
    return Objects.requireNonNullElse(jdbc.queryForObject(FREEZE_PAYMENTS, values(payrollId), Integer.class), 0);
  }

  /** Opens a case for each payout of a withdrawn payroll without an active payment and without a case; returns how many were found. */
  public int hold() {
    if (!Boolean.TRUE.equals(jdbc.queryForObject(ANY, Map.of(), Boolean.class))) {
      return 0;
    }
    jdbc.update(FREEZE_WHAT_CAME_BACK, values(""));
    Object[] locked = jdbc.queryForList(LOCK_TO_HOLD, values(""), Long.class).toArray();
    return locked.length == 0 ? 0 : jdbc.query(HOLD, values("").addValue("locked", new SqlArrayValue("int8", locked)).addValue("due",
        Timestamp.from(deadlines.of(CaseKind.PAYROLL_WITHDRAWN))), (r, n) -> n).size();
  }

  private MapSqlParameterSource values(String payrollId) {
    return new MapSqlParameterSource("payroll", payrollId).addValue("now", Timestamp.from(businessClock.instant()))
        .addValue("today", Date.valueOf(LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM)));
  }
}
