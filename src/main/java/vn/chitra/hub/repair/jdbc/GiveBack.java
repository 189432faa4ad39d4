package vn.chitra.hub.repair.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.payout.PaymentState;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.RepairActionHandler;

/**
 * An unpaid liability goes back to the agency or ends, only when none of its payments is alive or paid, under the payout's lock: from here
 * on the hub starts no payment for it.
 */
final class GiveBack implements RepairActionHandler {

  private final RepairAction action;
  private final String outcome;
  private final String column;
  private final boolean freesKey;
  private final LockedPayouts payouts;
  private final Ledger ledger;
  private final JdbcTemplate jdbc;
  private final Clock businessClock;

  /** @param outcome of the result and state of the payout, @param column of the settlement */
  GiveBack(RepairAction action, String outcome, String column, boolean freesKey, LockedPayouts payouts, Ledger ledger, JdbcTemplate jdbc,
      Clock businessClock) {
    this.action = action;
    this.outcome = outcome;
    this.column = column;
    this.freesKey = freesKey;
    this.payouts = payouts;
    this.ledger = ledger;
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  @Override
  public RepairAction action() {
    return action;
  }

  @Override
  public Preview look(String id, String parameter) {
    Optional<LockedPayout> found = payouts.lock(id);
    if (found.isEmpty()) {
      return new Preview.Impossible("Không có khoản chi số " + id + ".");
    }
    LockedPayout payout = found.get();
    return notFree(payout).<Preview>map(Preview.Impossible::new).orElseGet(() -> new Preview.Possible(1, payout.amountVnd(),
        "Khoản chi " + payout.payrollId() + " dòng " + payout.lineNo() + ", " + payout.amountVnd() + " đồng → " + outcome + "."));
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    LockedPayout payout = payouts.lock(id).orElseThrow();
    Timestamp now = Timestamp.from(businessClock.instant());
    if (stopsAWithdrawn(payout)) {
      jdbc.update("update payment set state = 'CANCELLED', frozen = false, frozen_for_batch = null, reason_code = 'WITHDRAWN',"
          + " updated_at = ? where payout_id = ?" + " and state = 'PLANNED'", now, payout.payoutId());
    }
    ledger.givenBack(payout.payoutId(), outcome, column, reason);
    jdbc.update("update payout set state = ?, key_freed = ?, hold_reason = null, updated_at = ? where payout_id = ?", outcome,
        freesKey || payout.withdrawn() && action == RepairAction.STOP_PAYOUT, now, payout.payoutId());
  }

  private Optional<String> notFree(LockedPayout payout) {
    return stopsAWithdrawn(payout) ? payout.moneyOut() : payout.notFree();
  }

  /** What the withdrawal froze before it had a number ends with the payout; then its key is free. */
  private boolean stopsAWithdrawn(LockedPayout payout) {
    return action == RepairAction.STOP_PAYOUT && payout.withdrawn() && payout.isUnpaid() && payout.planned()
        && payout.living().filter(payment -> payment.state() == PaymentState.PLANNED && payment.frozen()).isPresent();
  }
}
