package vn.chitra.hub.repair.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.repair.Act;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Deed;

/** A frozen payment may travel again, but never while an earlier payment of the payout is paid in error: that would pay twice. */
@Component
class UnfreezePayout implements Deed {

  private final Standings standings;
  private final JdbcTemplate jdbc;
  private final Clock businessClock;

  UnfreezePayout(Standings standings, JdbcTemplate jdbc, Clock businessClock) {
    this.standings = standings;
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  @Override
  public Act act() {
    return Act.UNFREEZE_PAYOUT;
  }

  @Override
  public Sight look(String id, String parameter) {
    Optional<Standing> found = standings.lock(id).filter(payout -> payout.planning().filter(Standing.Payment::frozen).isPresent());
    if (found.isEmpty()) {
      return new Sight.Unfit("Khoản chi số " + id + " không có lần chi nào đang bị giữ.");
    }
    Standing payout = found.get();
    return payout.wasPaidInError() ? new Sight.Unfit("Khoản chi đã có một lần chi nhầm; cho đi tiếp là chi hai lần.")
        : new Sight.Ready(1, payout.amountVnd(), "Khoản chi " + payout.payrollId() + " dòng " + payout.lineNo() + ", "
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
