package vn.chitra.hub.payout.camel;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.cases.RepeatedWork;
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
  private final RepeatedWork work;

  PayoutSteps(PlanPayroll plan, ReleasePayroll release, ReroutePayouts reroute, RepeatedWork work) {
    this.plan = plan;
    this.release = release;
    this.reroute = reroute;
    this.work = work;
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
    work.attempt(subject(group), "Xử lý các khoản " + group.outcome().word().vietnamese() + " từ " + group.since(),
        () -> reroute.move(group));
  }

  /** The same group at each tick, for as long as its payouts wait. */
  private static String subject(UnpaidPayouts.Group group) {
    String whole = String.join(" ", "work:chưa chi", group.outcome().name(), Objects.requireNonNullElse(group.reason(), "-"),
        group.channel().name(), group.phase().name(), group.payUntil().format(DateTimeFormatter.BASIC_ISO_DATE),
        group.since().format(DateTimeFormatter.BASIC_ISO_DATE));
    return whole.substring(0, Math.min(whole.length(), NewCase.SUBJECT_LENGTH));
  }
}
