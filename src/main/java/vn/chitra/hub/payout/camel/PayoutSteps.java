package vn.chitra.hub.payout.camel;

import java.util.List;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.PlanPayroll;
import vn.chitra.hub.payout.ReleasePayroll;
import vn.chitra.hub.payout.ReroutePayouts;
import vn.chitra.hub.payout.UnpaidPayouts;

/** Route beans for planning, release and re-route. */
@Component("payoutSteps")
public final class PayoutSteps {

  private final PlanPayroll plan;
  private final ReleasePayroll release;
  private final ReroutePayouts reroute;

  PayoutSteps(PlanPayroll plan, ReleasePayroll release, ReroutePayouts reroute) {
    this.plan = plan;
    this.release = release;
    this.reroute = reroute;
  }

  public void plan(@Body String payrollId) {
    plan.plan(payrollId);
  }

  public void release(@Body String payrollId) {
    release.release(payrollId);
  }

  /** Unpaid payouts, grouped by equal decision. */
  public List<UnpaidPayouts.Group> unpaid() {
    return reroute.groups();
  }

  public void reroute(@Body UnpaidPayouts.Group group) {
    reroute.move(group);
  }
}
