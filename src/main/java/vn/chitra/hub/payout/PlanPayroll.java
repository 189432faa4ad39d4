package vn.chitra.hub.payout;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.outbox.Outbox;

/**
 * Plans a taken payroll: gives every open payout its payment (partner by channel, endToEndId by hash), then states funding need and
 * settlement, in the transaction of the message. Planning a payroll twice does nothing.
 */
@Component
public class PlanPayroll {

  private static final Logger LOG = LoggerFactory.getLogger(PlanPayroll.class);

  private final PayoutPlans plans;
  private final RoutePayouts routes;
  private final Outbox outbox;

  PlanPayroll(PayoutPlans plans, RoutePayouts routes, Outbox outbox) {
    this.plans = plans;
    this.routes = routes;
    this.outbox = outbox;
  }

  @Transactional
  public void plan(String payrollId) {
    if (!plans.startPlanning(payrollId)) {
      return;
    }
    plans.lock(payrollId);
    List<PayoutPlans.Held> held = routes.route(payrollId);
    plans.hold(payrollId, held);
    plans.bookHandedOver(payrollId);
    plans.stateFundingNeed(payrollId);
    outbox.put(Destination.RELEASE_PAYROLL, payrollId, payrollId);
    LOG.info("payroll {} planned, {} held for want of a partner", payrollId, held.size());
  }
}
