package vn.chitra.hub.repair.action;

import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.PaymentState;
import vn.chitra.hub.payout.Payments;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;

/**
 * Persons hold the partner's confirmation that a payment was not made and will not be, and its reports leave it unknown; or that cash of a
 * closed list was not given out after all, and came back.
 */
@Component
class RecordUnpaid implements RepairActionHandler {

  private final PaymentsToRecord payments;
  private final Payments decided;

  RecordUnpaid(PaymentsToRecord payments, Payments decided) {
    this.payments = payments;
    this.decided = decided;
  }

  @Override
  public RepairAction action() {
    return RepairAction.RECORD_UNPAID;
  }

  @Override
  public Preview look(String id, String parameter) {
    return payments.lock(id).map(payment -> payment.possible("không chi được, tiền còn ở đối tác hoặc đã nộp lại",
        "not paid, the money is still at the partner or came back")).orElseGet(() -> Preview.Impossible.because(
            "Khoản chi số %s không có lần chi nào đã gửi mà chưa rõ kết quả, cũng không phải tiền mặt đã chi của danh sách đã đóng.",
            "Payout %s has no payment that is sent and unknown, nor cash paid by a closed list.", id));
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    PaymentsToRecord.ToRecord payment = payments.lock(id).orElseThrow();
    if (payment.state() == PaymentState.PAID) {
      payments.record(payment, ReportedState.RETURNED, reason);
      decided.acceptReturns(payment.payout().payoutId());
    } else {
      payments.record(payment, payment.cash() ? ReportedState.UNCOLLECTED : ReportedState.REJECTED, reason);
    }
  }
}
