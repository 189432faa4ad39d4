package vn.chitra.hub.payout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.outbox.Outbox;
import vn.chitra.hub.support.EndToEndId;

/**
 * Plans a taken payroll: gives every open payout its payment (partner by channel, endToEndId by hash), then states funding need and
 * settlement, in the transaction of the message. Planning a payroll twice does nothing.
 */
@Component
public class PlanPayroll {

  private static final Logger LOG = LoggerFactory.getLogger(PlanPayroll.class);
  private static final int CHUNK = 1_000;

  private final PayoutPlans plans;
  private final Routing routing;
  private final Outbox outbox;

  PlanPayroll(PayoutPlans plans, Routing routing, Outbox outbox) {
    this.plans = plans;
    this.routing = routing;
    this.outbox = outbox;
  }

  @Transactional
  public void plan(String payrollId) {
    if (!plans.startPlanning(payrollId)) {
      return;
    }
    plans.lock(payrollId);
    List<PayoutPlans.Planned> planned = new ArrayList<>(CHUNK);
    List<PayoutPlans.Held> held = new ArrayList<>();
    try (Stream<PayoutPlans.Plannable> open = plans.plannable(payrollId)) {
      open.forEach(payout -> {
        place(payout, planned, held);
        if (planned.size() >= CHUNK) {
          plans.addPayments(planned);
          planned.clear();
        }
      });
    }
    plans.addPayments(planned);
    plans.hold(payrollId, held);
    plans.bookHandedOver(payrollId);
    plans.stateFundingNeed(payrollId);
    outbox.put(Destination.RELEASE_PAYROLL, payrollId, payrollId);
    LOG.info("payroll {} planned, {} held for want of a partner", payrollId, held.size());
  }

  private void place(PayoutPlans.Plannable payout, List<PayoutPlans.Planned> planned, List<PayoutPlans.Held> held) {
    Routing.Destination to = routing.of(payout.channel(), payout.bankBin(), payout.communeCode(), payout.payFrom(), payout.amountVnd());
    if (to instanceof Routing.Destination.Partner at) {
      int attempt = payout.nextAttempt();
      planned.add(new PayoutPlans.Planned(payout.payoutId(), attempt, EndToEndId.of(payout.payrollId(), payout.lineNo(), attempt),
          at.partner(), at.folder()));
    } else if (to instanceof Routing.Destination.Held why) {
      held.add(new PayoutPlans.Held(payout.payoutId(), why.reason(), why.explanation(), payout.amountVnd()));
    }
  }
}
