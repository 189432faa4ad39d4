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
import vn.chitra.hub.support.Word;

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
    return payout.<Preview>map(one -> new Preview.Possible(1, one.amountVnd(), Word.of(
            "Lần chi %s của khoản chi %s dòng %s, %s đồng.", "Payment %s of payout %s line %s, %s dong.",
            one.planning().orElseThrow().attempt(), one.payrollId(), one.lineNo(), one.amountVnd())))
        .orElseGet(() -> Preview.Impossible.because("Khoản chi số %s không có lần chi nào chưa vào tệp.",
            "Payout %s has no payment that is in no file yet.", id));
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
