package vn.chitra.hub.repair.action;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.payout.Payments;
import vn.chitra.hub.payout.Payouts;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;

/** Cancels a payment that is in no batch; its payout is held, and a case asks for a decision. */
@Component
class CancelPayment implements RepairActionHandler {

  private final LockedPayouts locked;
  private final Payments payments;
  private final Payouts payouts;
  private final Cases cases;

  CancelPayment(LockedPayouts locked, Payments payments, Payouts payouts, Cases cases) {
    this.locked = locked;
    this.payments = payments;
    this.payouts = payouts;
    this.cases = cases;
  }

  @Override
  public RepairAction action() {
    return RepairAction.CANCEL_PAYMENT;
  }

  @Override
  public Preview look(String id, String parameter) {
    Optional<LockedPayout> payout = locked.lock(id).filter(one -> one.isUnpaid() && one.planning().isPresent());
    return payout.<Preview>map(one -> new Preview.Possible(1, one.amountVnd(), "Lần chi " + one.planning().orElseThrow().attempt()
            + " của khoản chi " + one.payrollId() + " dòng " + one.lineNo() + ", " + one.amountVnd() + " đồng."))
        .orElseGet(() -> new Preview.Impossible("Khoản chi số " + id + " không có lần chi nào chưa vào tệp."));
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    LockedPayout payout = locked.lock(id).orElseThrow();
    payments.cancel(payout.planning().orElseThrow().paymentId(), reason);
    payouts.hold(payout.payoutId(), "PAYMENT_CANCELLED");
    cases.open(NewCase.about(CaseKind.PAYOUT_HELD, "payout:" + payout.payoutId(), "Lần chi đã huỷ: " + reason)
        .over(1, payout.amountVnd()));
  }
}
