package vn.chitra.hub.payroll.camel;

import java.util.List;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.cases.RepeatedWork;
import vn.chitra.hub.payroll.ApprovedPayrolls;
import vn.chitra.hub.payroll.Payrolls;
import vn.chitra.hub.payroll.RecheckPersons;
import vn.chitra.hub.payroll.TakePayroll;
import vn.chitra.hub.payroll.WithdrawPayroll;
import vn.chitra.hub.payroll.Withdrawals;
import vn.chitra.hub.payroll.WriteBack;

/** Route beans for intake and write-back. */
@Component("payrollSteps")
public final class PayrollSteps {

  private static final int AT_ONCE = 500;

  private final ApprovedPayrolls approved;
  private final TakePayroll take;
  private final Payrolls payrolls;
  private final WriteBack writeBack;
  private final WithdrawPayroll withdraw;
  private final Withdrawals withdrawals;
  private final RecheckPersons look;
  private final Cases cases;
  private final RepeatedWork work;

  PayrollSteps(ApprovedPayrolls approved, TakePayroll take, Payrolls payrolls, WriteBack writeBack, WithdrawPayroll withdraw,
      Withdrawals withdrawals, RecheckPersons look, Cases cases, RepeatedWork work) {
    this.approved = approved;
    this.take = take;
    this.payrolls = payrolls;
    this.writeBack = writeBack;
    this.withdraw = withdraw;
    this.withdrawals = withdrawals;
    this.look = look;
    this.cases = cases;
    this.work = work;
  }

  public List<String> approved() {
    return approved.notYetTaken(AT_ONCE);
  }

  /**
   * Takes a payroll. One that cannot be taken for a technical reason, or whose people stand in a withdrawn payroll that is not cancelled
   * yet, stays due, does not stop the others, and opens a case; one whose commit was done although its reply was lost opens none, since
   * nothing would close it.
   */
  public void take(@Body String payrollId) {
    try {
      if (take.take(payrollId) == TakePayroll.Outcome.WITHDRAWAL_PENDING) {
        notTaken(payrollId, "Chưa nhận bảng: có chế độ cũng nằm trong một bảng đã bị rút mà việc rút chưa xử lý xong");
      }
    } catch (RuntimeException e) {
      if (!payrolls.existsById(payrollId)) {
        notTaken(payrollId, "Không nhận được bảng vì lỗi kỹ thuật (" + e.getClass().getSimpleName() + ")");
      }
      throw e;
    }
  }

  private void notTaken(String payrollId, String why) {
    cases.open(NewCase.about(CaseKind.PAYROLL_NOT_TAKEN, "payroll:" + payrollId, why + "; hệ thống thử lại ở lần sau."));
  }

  public List<String> withdrawn() {
    return withdrawals.notYetHeard(AT_ONCE);
  }

  public void withdraw(@Body String payrollId) {
    work.attempt("payroll:" + payrollId, "Xử lý việc rút bảng " + payrollId, () -> withdraw.withdraw(payrollId));
  }

  public int holdWithdrawn() {
    return withdraw.holdPayrollPayouts();
  }

  /** Before a payroll is released. */
  public void recheckPersons(@Body String payrollId) {
    look.atRelease(payrollId);
  }

  public void watchChanges() {
    work.attempt("work:xem người nhận thay đổi sau khi gửi", "Xem người nhận thay đổi sau khi gửi", look::afterSending);
  }

  public void writeReceipts() {
    write("biên nhận bảng", writeBack::writeReceipts);
  }

  public void writeRefusals() {
    write("dòng bị từ chối", writeBack::writeRefusals);
  }

  public void writeFundingNeeds() {
    write("nhu cầu tiền", writeBack::writeFundingNeeds);
  }

  public void writeResults() {
    write("kết quả chi", writeBack::writeResults);
  }

  private void write(String rows, RepeatedWork.Item<RuntimeException> item) {
    work.attempt("work:ghi " + rows + " về cơ sở dữ liệu trợ cấp", "Ghi " + rows + " về cơ sở dữ liệu trợ cấp", item);
  }
}
