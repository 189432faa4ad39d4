package vn.chitra.hub.payout.camel;

import org.apache.camel.Body;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.PlanPayroll;
import vn.chitra.hub.payout.ReleasePayroll;

/** The steps of planning and release. */
@Component("payoutSteps")
public final class PayoutSteps {

  private final PlanPayroll plan;
  private final ReleasePayroll release;

  PayoutSteps(PlanPayroll plan, ReleasePayroll release) {
    this.plan = plan;
    this.release = release;
  }

  public void plan(@Body String payrollId) {
    plan.plan(payrollId);
  }

  public void release(@Body String payrollId) {
    release.release(payrollId);
  }
}
