package vn.chitra.hub.repair.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.payout.PaymentState;
import vn.chitra.hub.repair.Act;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Deed;

/**
 * An unpaid liability goes back to the agency or ends, only when none of its payments is alive or paid, under the payout's lock: from here
 * on the hub starts no payment for it.
 */
final class GiveBack implements Deed {

  private final Act act;
  private final String outcome;
  private final String column;
  private final boolean freesKey;
  private final Standings standings;
  private final Books books;
  private final JdbcTemplate jdbc;
  private final Clock businessClock;

  /** @param outcome of the result and state of the payout, @param column of the settlement */
  GiveBack(Act act, String outcome, String column, boolean freesKey, Standings standings, Books books, JdbcTemplate jdbc,
      Clock businessClock) {
    this.act = act;
    this.outcome = outcome;
    this.column = column;
    this.freesKey = freesKey;
    this.standings = standings;
    this.books = books;
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  @Override
  public Act act() {
    return act;
  }

  @Override
  public Sight look(String id, String parameter) {
    Optional<Standing> found = standings.lock(id);
    if (found.isEmpty()) {
      return new Sight.Unfit("Không có khoản chi số " + id + ".");
    }
    Standing payout = found.get();
    return notFree(payout).<Sight>map(Sight.Unfit::new).orElseGet(() -> new Sight.Ready(1, payout.amountVnd(),
        "Khoản chi " + payout.payrollId() + " dòng " + payout.lineNo() + ", " + payout.amountVnd() + " đồng → " + outcome + "."));
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    Standing payout = standings.lock(id).orElseThrow();
    Timestamp now = Timestamp.from(businessClock.instant());
    if (stopsAWithdrawn(payout)) {
      jdbc.update("update payment set state = 'CANCELLED', frozen = false, frozen_for_batch = null, reason_code = 'WITHDRAWN', updated_at = ? where payout_id = ?"
          + " and state = 'PLANNED'", now, payout.payoutId());
    }
    books.givenBack(payout.payoutId(), outcome, column, reason);
    jdbc.update("update payout set state = ?, key_freed = ?, hold_reason = null, updated_at = ? where payout_id = ?", outcome,
        freesKey || payout.withdrawn() && act == Act.STOP_PAYOUT, now, payout.payoutId());
  }

  private Optional<String> notFree(Standing payout) {
    return stopsAWithdrawn(payout) ? payout.moneyOut() : payout.notFree();
  }

  /** What the withdrawal froze before it had a number ends with the payout; then its key is free. */
  private boolean stopsAWithdrawn(Standing payout) {
    return act == Act.STOP_PAYOUT && payout.withdrawn() && payout.isUnpaid() && payout.planned()
        && payout.living().filter(payment -> payment.state() == PaymentState.PLANNED && payment.frozen()).isPresent();
  }
}
