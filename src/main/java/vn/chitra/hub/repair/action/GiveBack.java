package vn.chitra.hub.repair.action;

import java.util.Optional;
import vn.chitra.hub.payout.GivenBack;
import vn.chitra.hub.payout.Ledger;
import vn.chitra.hub.payout.PaymentState;
import vn.chitra.hub.payout.Payments;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;
import vn.chitra.hub.support.Word;

/**
 * Gives an unpaid liability back to the agency or ends it, only when none of its payments is active or paid, under the payout's lock:
 * afterwards the hub starts no payment for it.
 */
final class GiveBack implements RepairActionHandler {

  private final RepairAction action;
  private final GivenBack how;
  private final LockedPayouts locked;
  private final Payments payments;
  private final Ledger ledger;

  GiveBack(RepairAction action, GivenBack how, LockedPayouts locked, Payments payments, Ledger ledger) {
    this.action = action;
    this.how = how;
    this.locked = locked;
    this.payments = payments;
    this.ledger = ledger;
  }

  @Override
  public RepairAction action() {
    return action;
  }

  @Override
  public Preview look(String id, String parameter) {
    Optional<LockedPayout> found = locked.lock(id);
    if (found.isEmpty()) {
      return Preview.Impossible.because("Không có khoản chi số %s.", "There is no payout %s.", id);
    }
    LockedPayout payout = found.get();
    return notFree(payout).<Preview>map(Preview.Impossible::new).orElseGet(() -> new Preview.Possible(1, payout.amountVnd(),
        Word.of("Khoản chi %s dòng %s, %s đồng → %s.", "Payout %s line %s, %s dong → %s.", payout.payrollId(), payout.lineNo(),
            payout.amountVnd(), how)));
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    LockedPayout payout = locked.lock(id).orElseThrow();
    if (stopsAWithdrawn(payout)) {
      payments.cancelWithdrawn(payout.payoutId());
    }
    if (how == GivenBack.CARRIED_OVER) {
      payments.acceptReturns(payout.payoutId());
    }
    boolean freesKey = how.freesKey() || payout.withdrawn() && action == RepairAction.STOP_PAYOUT;
    ledger.giveBack(payout.payoutId(), how, freesKey, reason);
  }

  private Optional<Word> notFree(LockedPayout payout) {
    return stopsAWithdrawn(payout) ? payout.moneyOut() : payout.notFree();
  }

  /** Cancels the unnumbered payments that the withdrawal froze, together with the payout; then its key is free. */
  private boolean stopsAWithdrawn(LockedPayout payout) {
    return action == RepairAction.STOP_PAYOUT && payout.withdrawn() && payout.isUnpaid() && payout.planned()
        && payout.living().filter(payment -> payment.state() == PaymentState.PLANNED && payment.frozen()).isPresent();
  }
}
