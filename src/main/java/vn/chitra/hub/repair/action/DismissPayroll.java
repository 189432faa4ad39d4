package vn.chitra.hub.repair.action;

import org.springframework.stereotype.Component;
import vn.chitra.hub.payroll.HeldPayrolls;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;
import vn.chitra.hub.support.Word;

/** Ends a payroll that is held for its control totals and for which the agency sends no other: its receipt is CANCELLED with the reason. */
@Component
class DismissPayroll implements RepairActionHandler {

  private final HeldPayrolls payrolls;

  DismissPayroll(HeldPayrolls payrolls) {
    this.payrolls = payrolls;
  }

  @Override
  public RepairAction action() {
    return RepairAction.DISMISS_PAYROLL;
  }

  @Override
  public Preview look(String id, String parameter) {
    return payrolls.lock(id).<Preview>map(held -> new Preview.Possible(held.items(), held.dong(), Word.of(
        "Bảng chi %s: %s dòng, %s đồng theo đầu bảng; không dòng nào được nhận.",
        "Payroll %s: %s lines, %s dong by its header; no line is accepted.", id, held.items(), held.dong())))
        .orElseGet(() -> Preview.Impossible.because("Không có bảng chi %s đang giữ vì sai tổng số.",
            "No payroll %s is held for its totals.", id));
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    payrolls.dismiss(id, reason);
  }
}
