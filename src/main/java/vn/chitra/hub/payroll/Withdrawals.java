package vn.chitra.hub.payroll;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.ForgottenFiles;
import vn.chitra.hub.payout.WithdrawnPayouts;
import vn.chitra.hub.support.SqlText;

/** The hub's changes for payrolls that their agencies withdrew; set-wise, in the caller's transaction. */
@Component
public final class Withdrawals {

  /** The progress of a payroll at the time of its withdrawal. */
  public enum Progress {
    /** The payroll is not in the hub, its withdrawal is applied already, or it waits because the database was restored. */
    NOTHING_TO_DO,
    /** Every line was refused, or two persons dismissed it: there is nothing to withdraw. */
    NOTHING_ACCEPTED,
    /** No payment of it was ever given a number, and no payout of it has an outcome. */
    NO_NUMBER,
    SOME_NUMBERED
  }

  private static final String TAKEN = "select payroll_id from payroll where withdrawn_at is null and payroll_id = any (:payrolls)";
  private static final String LOCK = "select state from payroll where payroll_id = :payroll and withdrawn_at is null for no key update";
  private static final String NOTE = "update payroll set withdrawn_at = :now, version = version + 1 where payroll_id = :payroll";
  private static final String CANCEL = SqlText.of("payroll/cancel-payroll");
  private static final String CLOSE_CASES = "select close_cases(null, 'payroll:' || :payroll, :now, 'cơ quan đã rút bảng')";

  private final WithdrawnPayrolls withdrawnPayrolls;
  private final NamedParameterJdbcTemplate hub;
  private final WithdrawnPayouts payouts;
  private final HeldPayrolls held;
  private final ForgottenFiles forgotten;
  private final Clock businessClock;

  /** @param hub on the primary data source */
  Withdrawals(WithdrawnPayrolls withdrawnPayrolls, NamedParameterJdbcTemplate hub, WithdrawnPayouts payouts, HeldPayrolls held,
      ForgottenFiles forgotten, Clock businessClock) {
    this.withdrawnPayrolls = withdrawnPayrolls;
    this.hub = hub;
    this.payouts = payouts;
    this.held = held;
    this.forgotten = forgotten;
    this.businessClock = businessClock;
  }

  /**
   * The payrolls among those withdrawn at the province that the hub took and whose withdrawal can be applied now; outside of any
   * transaction. None while a restored database waits for its release: what looks unsent may be out.
   */
  public List<String> notYetHeard(int limit) {
    return forgotten.mayExist() ? List.of() : pending().stream().limit(limit).toList();
  }

  /**
   * All whose withdrawal is not applied yet. Also for the transaction that takes a payroll: it reads the welfare database before it writes
   * anything.
   */
  List<String> pending() {
    List<String> withdrawn = withdrawnPayrolls.ids();
    Set<String> taken = Set.copyOf(hub.queryForList(TAKEN,
        new MapSqlParameterSource("payrolls", new SqlArrayValue("varchar", withdrawn.toArray())), String.class));
    return withdrawn.stream().filter(taken::contains).toList();
  }

  /**
   * Locks the payroll, its payments and its payouts until the transaction ends, then returns its progress: no payment can get a number now.
   */
  public Progress lock(String payrollId) {
    if (forgotten.mayExist()) {
      return Progress.NOTHING_TO_DO;
    }
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

  /** Records that the withdrawal is applied. */
  public void heard(String payrollId) {
    hub.update(NOTE, values(payrollId));
  }

  /**
   * Cancels the payroll: payouts CANCELLED with their keys free, revived ones back in their former state; payments CANCELLED and out of
   * their open batches; bookings as if nothing had been handed over; receipt CANCELLED. A payroll held for its totals whose place it had
   * taken waits again. @return payouts
   */
  public int cancel(String payrollId) {
    int cancelled = payouts.cancel(payrollId);
    hub.query(CLOSE_CASES, values(payrollId), row -> {});
    hub.update(CANCEL, values(payrollId));
    held.waitAgain(payrollId);
    return cancelled;
  }

  /** Every payment without a number is frozen and out of its open batch. @return payments */
  public int freeze(String payrollId) {
    return payouts.freeze(payrollId);
  }

  /**
   * Holds the payouts of withdrawn payrolls without a running payment, each with a case for a person: frozen, or with no payment active or
   * paid. @return payouts
   */
  public int hold() {
    return payouts.hold();
  }

  private MapSqlParameterSource values(String payrollId) {
    return new MapSqlParameterSource("payroll", payrollId).addValue("now", Timestamp.from(businessClock.instant()));
  }
}
