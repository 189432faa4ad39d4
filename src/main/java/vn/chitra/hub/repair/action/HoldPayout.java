package vn.chitra.hub.repair.action;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.payout.PaymentState;
import vn.chitra.hub.payout.Payments;
import vn.chitra.hub.payout.Payouts;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;

/** Stops an unbatched payout: a planned payment is frozen, a payout without a payment is held. Opens a case. */
@Component
class HoldPayout implements RepairActionHandler {

  private final LockedPayouts locked;
  private final Payments payments;
  private final Payouts payouts;
  private final Cases cases;

  HoldPayout(LockedPayouts locked, Payments payments, Payouts payouts, Cases cases) {
    this.locked = locked;
    this.payments = payments;
    this.payouts = payouts;
    this.cases = cases;
  }

  @Override
  public RepairAction action() {
    return RepairAction.HOLD_PAYOUT;
  }

  @Override
  public Preview look(String id, String parameter) {
    Optional<LockedPayout> found = locked.lock(id);
    if (found.isEmpty()) {
      return new Preview.Impossible("Không có khoản chi số " + id + ".");
    }
    LockedPayout payout = found.get();
    if (!payout.state().equals("OPEN")) {
      return new Preview.Impossible("Khoản chi đang ở trạng thái " + payout.state() + ".");
    }
    Optional<LockedPayout.Payment> payment = payout.living();
    if (payment.isPresent() && payment.get().state() != PaymentState.PLANNED) {
      return new Preview.Impossible("Lần chi " + payment.get().attempt() + " đã vào tệp hoặc đã gửi (" + payment.get().state()
          + "); không giữ lại được.");
    }
    return payment.filter(LockedPayout.Payment::frozen).isPresent() ? new Preview.Impossible("Khoản chi đã được tạm giữ.")
        : new Preview.Possible(1, payout.amountVnd(), "Khoản chi " + payout.payrollId() + " dòng " + payout.lineNo() + ".");
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    LockedPayout payout = locked.lock(id).orElseThrow();
    if (payout.planning().isPresent()) {
      payments.freeze(payout.planning().get().paymentId());
    } else {
      payouts.hold(payout.payoutId(), "BY_HAND");
    }
    cases.open(NewCase.about(CaseKind.PAYOUT_HELD, "payout:" + payout.payoutId(), "Người vận hành tạm giữ: " + reason)
        .over(1, payout.amountVnd()));
  }
}
