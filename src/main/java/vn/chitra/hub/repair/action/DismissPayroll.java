package vn.chitra.hub.repair.action;

import org.springframework.stereotype.Component;
import vn.chitra.hub.payroll.HeldPayrolls;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;

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
    return payrolls.lock(id).<Preview>map(held -> new Preview.Possible(held.items(), held.dong(), "Bảng chi " + id + ": " + held.items()
        + " dòng, " + held.dong() + " đồng theo đầu bảng; không dòng nào được nhận."))
        .orElseGet(() -> new Preview.Impossible("Không có bảng chi " + id + " đang giữ vì sai tổng số."));
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    payrolls.dismiss(id, reason);
  }
}
