package vn.chitra.hub.payout;

import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.support.Zone;

/** After a final negative: by the policy, set-wise per outcome and reason. A payout that has a leg alive or paid is never touched. */
@Component
public class ReroutePayouts {

  private static final Logger LOG = LoggerFactory.getLogger(ReroutePayouts.class);

  private final ReroutePolicy policy;
  private final UnpaidPayouts unpaid;
  private final Clock businessClock;

  ReroutePayouts(ReroutePolicy policy, UnpaidPayouts unpaid, Clock businessClock) {
    this.policy = policy;
    this.unpaid = unpaid;
    this.businessClock = businessClock;
  }

  /** How many groups of unpaid payouts wait to be moved now. */
  @Transactional(readOnly = true)
  public long due() {
    LocalDate today = LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM);
    return unpaid.groups(today).stream().filter(group -> group.listOver()
        || policy.decide(group.outcome(), group.reason(), today) == ReroutePolicy.Action.HOLD).count();
  }

  /** @return payouts moved */
  @Transactional
  public int reroute() {
    LocalDate today = LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM);
    int moved = 0;
    for (UnpaidPayouts.Group group : unpaid.groups(today)) {
      int count = switch (policy.decide(group.outcome(), group.reason(), today)) {
        case CARRY_OVER -> group.listOver() ? unpaid.carryOver(group, today) : 0;
        case HOLD -> unpaid.hold(group);
      };
      if (count > 0) {
        LOG.info("re-route: {} {} → {} payouts moved", group.outcome(), group.reason(), count);
      }
      moved += count;
    }
    return moved;
  }
}
