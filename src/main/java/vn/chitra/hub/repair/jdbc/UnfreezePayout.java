package vn.chitra.hub.repair.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.RepairActionHandler;

/** A frozen payment may travel again, but never while an earlier payment of the payout is paid in error: that would pay twice. */
@Component
class UnfreezePayout implements RepairActionHandler {

  private final LockedPayouts payouts;
  private final JdbcTemplate jdbc;
  private final Clock businessClock;

  UnfreezePayout(LockedPayouts payouts, JdbcTemplate jdbc, Clock businessClock) {
    this.payouts = payouts;
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  @Override
  public RepairAction action() {
    return RepairAction.UNFREEZE_PAYOUT;
  }

  @Override
  public Preview look(String id, String parameter) {
    Optional<LockedPayout> found = payouts.lock(id).filter(payout -> payout.planning().filter(LockedPayout.Payment::frozen).isPresent());
    if (found.isEmpty()) {
      return new Preview.Impossible("Khoản chi số " + id + " không có lần chi nào đang bị giữ.");
    }
    LockedPayout payout = found.get();
    return payout.wasPaidInError() ? new Preview.Impossible("Khoản chi đã có một lần chi nhầm; cho đi tiếp là chi hai lần.")
        : new Preview.Possible(1, payout.amountVnd(), "Khoản chi " + payout.payrollId() + " dòng " + payout.lineNo() + ", "
            + payout.amountVnd() + " đồng.");
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    jdbc.update("update refused_payment t set may_be_paid = false from payment l where l.payment_id = t.payment_id and l.payout_id = ?",
        Long.parseLong(id));
    jdbc.update("update payment set frozen = false, frozen_for_batch = null, updated_at = ? where payout_id = ? and state = 'PLANNED'",
        Timestamp.from(businessClock.instant()), Long.parseLong(id));
  }
}
