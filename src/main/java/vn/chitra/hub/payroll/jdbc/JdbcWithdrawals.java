package vn.chitra.hub.payroll.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.jdbc.WithdrawnPayouts;
import vn.chitra.hub.payroll.Withdrawals;
import vn.chitra.hub.payroll.WithdrawnPayrolls;
import vn.chitra.hub.support.SqlText;

@Component
final class JdbcWithdrawals implements Withdrawals {

  private static final String TAKEN = "select payroll_id from payroll where withdrawn_at is null and payroll_id = any (:payrolls)";
  private static final String LOCK = "select state from payroll where payroll_id = :payroll and withdrawn_at is null for no key update";
  private static final String NOTE = "update payroll set withdrawn_at = :now, version = version + 1 where payroll_id = :payroll";
  private static final String CANCEL = SqlText.of("payroll/cancel-payroll");
  private static final String CLOSE_CASES = "select close_cases(null, 'payroll:' || :payroll, :now, 'cơ quan đã rút bảng')";

  private final WithdrawnPayrolls withdrawnPayrolls;
  private final NamedParameterJdbcTemplate hub;
  private final WithdrawnPayouts payouts;
  private final HeldPayrolls held;
  private final Clock businessClock;

  /** @param hub on the primary data source */
  JdbcWithdrawals(WithdrawnPayrolls withdrawnPayrolls, NamedParameterJdbcTemplate hub, WithdrawnPayouts payouts, HeldPayrolls held,
      Clock businessClock) {
    this.withdrawnPayrolls = withdrawnPayrolls;
    this.hub = hub;
    this.payouts = payouts;
    this.held = held;
    this.businessClock = businessClock;
  }

  @Override
  public List<String> notYetHeard(int limit) {
    List<String> withdrawn = withdrawnPayrolls.ids();
    Set<String> taken = Set.copyOf(hub.queryForList(TAKEN,
        new MapSqlParameterSource("payrolls", new SqlArrayValue("varchar", withdrawn.toArray())), String.class));
    return withdrawn.stream().filter(taken::contains).limit(limit).toList();
  }

  @Override
  public Progress lock(String payrollId) {
    String state = DataAccessUtils.singleResult(hub.queryForList(LOCK, values(payrollId), String.class));
    if (state == null) {
      return Progress.NOTHING_TO_DO;
    }
    payouts.lock(payrollId);
    if (state.equals("REFUSED") || state.equals("CANCELLED")) {
      return Progress.NOTHING_ACCEPTED;
    }
    return payouts.haveNumber(payrollId) ? Progress.SOME_NUMBERED : Progress.NO_NUMBER;
  }

  @Override
  public void heard(String payrollId) {
    hub.update(NOTE, values(payrollId));
  }

  @Override
  public int cancel(String payrollId) {
    int cancelled = payouts.cancel(payrollId);
    hub.query(CLOSE_CASES, values(payrollId), row -> {});
    hub.update(CANCEL, values(payrollId));
    held.waitAgain(payrollId);
    return cancelled;
  }

  @Override
  public int freeze(String payrollId) {
    return payouts.freeze(payrollId);
  }

  @Override
  public int hold() {
    return payouts.hold();
  }

  private MapSqlParameterSource values(String payrollId) {
    return new MapSqlParameterSource("payroll", payrollId).addValue("now", Timestamp.from(businessClock.instant()));
  }
}
