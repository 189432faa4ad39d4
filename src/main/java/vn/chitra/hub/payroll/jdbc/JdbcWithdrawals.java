package vn.chitra.hub.payroll.jdbc;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.payroll.Withdrawals;
import vn.chitra.hub.support.Zone;

@Component
final class JdbcWithdrawals implements Withdrawals {

  private static final String TAKEN = "SELECT payroll_id FROM payroll WHERE withdrawn_at IS NULL AND payroll_id = ANY (?)";

  private final JdbcTemplate welfare;
  private final JdbcTemplate hub;
  private final NamedParameterJdbcTemplate named;
  private final WelfareSql sql;
  private final Clock businessClock;

  /** @param hub on the primary data source */
  JdbcWithdrawals(@Qualifier("welfareDataSource") DataSource welfareDataSource, JdbcTemplate hub, WelfareSql sql, Clock businessClock) {
    this.welfare = new JdbcTemplate(welfareDataSource);
    this.hub = hub;
    this.named = new NamedParameterJdbcTemplate(hub);
    this.sql = sql;
    this.businessClock = businessClock;
  }

  @Override
  public List<String> notYetHeard(int limit) {
    List<String> withdrawn = welfare.queryForList(sql.withdrawnPayrolls(), String.class);
    Set<String> taken = new HashSet<>(hub.query(TAKEN, (row, number) -> row.getString(1),
        new SqlArrayValue("varchar", withdrawn.toArray())));
    return withdrawn.stream().filter(taken::contains).limit(limit).toList();
  }

  @Override
  public Progress lock(String payrollId) {
    MapSqlParameterSource payroll = parameters(payrollId);
    String state = DataAccessUtils.singleResult(named.queryForList(WithdrawalSql.LOCK_PAYROLL, payroll, String.class));
    if (state == null) {
      return Progress.NOTHING_TO_DO;
    }
    named.query(WithdrawalSql.LOCK_PAYMENTS, payroll, row -> {});
    named.query(WithdrawalSql.LOCK_PAYOUTS, payroll, row -> {});
    if (state.equals("REFUSED")) {
      return Progress.REFUSED;
    }
    return Boolean.TRUE.equals(named.queryForObject(WithdrawalSql.HAS_NUMBER, payroll, Boolean.class)) ? Progress.SOME_NUMBERED
        : Progress.NO_NUMBER;
  }

  @Override
  public void heard(String payrollId) {
    named.update(WithdrawalSql.HEARD, parameters(payrollId));
  }

  @Override
  public int cancel(String payrollId) {
    MapSqlParameterSource payroll = parameters(payrollId);
    named.queryForObject(WithdrawalSql.CANCEL_PAYMENTS, payroll, Integer.class);
    int cancelled = 0;
    for (String step : List.of(WithdrawalSql.BOOK_BACK, WithdrawalSql.CLOSE_CASES)) {
      named.update(step, payroll);
    }
    for (String step : List.of(WithdrawalSql.REVIVALS_GO_BACK, WithdrawalSql.CANCEL_PAYOUTS)) {
      cancelled += named.update(step, payroll);
    }
    named.update(WithdrawalSql.NO_NEED, payroll);
    named.update(WithdrawalSql.CANCEL_PAYROLL, payroll);
    return cancelled;
  }

  @Override
  public int freeze(String payrollId) {
    MapSqlParameterSource payroll = parameters(payrollId);
    Integer frozen = named.queryForObject(WithdrawalSql.FREEZE_PAYMENTS, payroll, Integer.class);
    return frozen == null ? 0 : frozen;
  }

  @Override
  public int hold() {
    named.update(WithdrawalSql.FREEZE_WHAT_CAME_BACK, parameters(""));
    Object[] locked = named.queryForList(WithdrawalSql.LOCK_TO_HOLD, parameters(""), Long.class).toArray();
    return named.update(WithdrawalSql.HOLD, parameters("").addValue("locked", new SqlArrayValue("int8", locked)).addValue("due",
        Timestamp.from(businessClock.instant().plus(CaseKind.PAYROLL_WITHDRAWN.dueWithin()))));
  }

  private MapSqlParameterSource parameters(String payrollId) {
    return new MapSqlParameterSource("payroll", payrollId).addValue("now", Timestamp.from(businessClock.instant()))
        .addValue("today", Date.valueOf(LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM)));
  }
}
