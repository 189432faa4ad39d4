package vn.chitra.hub.repair.action;

import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.PaymentState;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;

/** Persons hold the proof that a payment was made, and the partner's reports leave it unknown. */
@Component
class RecordPaid implements RepairActionHandler {

  private final PaymentsToRecord payments;

  RecordPaid(PaymentsToRecord payments) {
    this.payments = payments;
  }

  @Override
  public RepairAction action() {
    return RepairAction.RECORD_PAID;
  }

  @Override
  public Preview look(String id, String parameter) {
    return payments.lock(id).filter(payment -> payment.state() != PaymentState.PAID)
        .map(payment -> payment.possible("đã chi", "paid")).orElseGet(() -> Preview.Impossible.because(
            "Khoản chi số %s không có lần chi nào đã gửi mà chưa rõ kết quả.", "Payout %s has no payment that is sent and unknown.", id));
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    payments.record(payments.lock(id).orElseThrow(), ReportedState.PAID, reason);
  }
}
