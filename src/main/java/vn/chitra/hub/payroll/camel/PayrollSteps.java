package vn.chitra.hub.payroll.camel;

import java.util.List;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payroll.ApprovedPayrolls;
import vn.chitra.hub.payroll.TakePayroll;
import vn.chitra.hub.payroll.WriteBack;

/** The steps of intake and of what is written back. */
@Component("payrollSteps")
public final class PayrollSteps {

  private static final int AT_ONCE = 500;

  private final ApprovedPayrolls approved;
  private final TakePayroll take;
  private final WriteBack writeBack;

  PayrollSteps(ApprovedPayrolls approved, TakePayroll take, WriteBack writeBack) {
    this.approved = approved;
    this.take = take;
    this.writeBack = writeBack;
  }

  public List<String> approved() {
    return approved.notYetTaken(AT_ONCE);
  }

  public void take(@Body String payrollId) {
    take.take(payrollId);
  }

  public int writeReceipts() {
    return writeBack.writeReceipts();
  }

  public int writeRefusals() {
    return writeBack.writeRefusals();
  }

  public int writeFundingNeeds() {
    return writeBack.writeFundingNeeds();
  }

  public int writeResults() {
    return writeBack.writeResults();
  }
}
