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
import vn.chitra.hub.support.Word;

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
      return Preview.Impossible.because("Không có khoản chi số %s.", "There is no payout %s.", id);
    }
    LockedPayout payout = found.get();
    if (!payout.state().equals("OPEN")) {
      return Preview.Impossible.because("Khoản chi đang ở trạng thái %s.", "The payout is in state %s.", payout.state());
    }
    Optional<LockedPayout.Payment> payment = payout.living();
    if (payment.isPresent() && payment.get().state() != PaymentState.PLANNED) {
      return Preview.Impossible.because("Lần chi %s đã vào tệp hoặc đã gửi (%s); không giữ lại được.",
          "Payment %s is in a file or sent (%s); it cannot be held any more.", payment.get().attempt(), payment.get().state());
    }
    return payment.filter(LockedPayout.Payment::frozen).isPresent()
        ? Preview.Impossible.because("Khoản chi đã được tạm giữ.", "The payout is held already.")
        : new Preview.Possible(1, payout.amountVnd(),
            Word.of("Khoản chi %s dòng %s.", "Payout %s line %s.", payout.payrollId(), payout.lineNo()));
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
