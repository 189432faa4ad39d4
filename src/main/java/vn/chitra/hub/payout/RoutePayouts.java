package vn.chitra.hub.payout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.EndToEndId;

/** Gives every open payout of a payroll its payment (partner by channel, endToEndId by hash), for planning itself and for a dry run. */
@Component
public class RoutePayouts {

  private static final int CHUNK = 1_000;

  private final PayoutPlans plans;
  private final Routing routing;

  RoutePayouts(PayoutPlans plans, Routing routing) {
    this.plans = plans;
    this.routing = routing;
  }

  /**
   * Adds the payments in the caller's transaction, in chunks.
   *
   * @return the payouts that have no destination, and why
   */
  public List<PayoutPlans.Held> route(String payrollId) {
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
    return held;
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
