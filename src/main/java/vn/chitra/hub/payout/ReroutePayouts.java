package vn.chitra.hub.payout;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.UnpaidPayouts.Group;
import vn.chitra.hub.payout.UnpaidPayouts.NewPayment;
import vn.chitra.hub.payout.UnpaidPayouts.Unpaid;
import vn.chitra.hub.support.Zone;

/**
 * Re-routes payouts after a final negative status, by the policy, set-wise per group of equal payouts. The agencies' database is read
 * outside of any transaction. Every move is a transaction of its own that checks again under the payouts' locks. Two runs, or two instances
 * at once, have the effect of one. While a restored database is not released, nothing moves: a next payment may be out already.
 */
@Component
public class ReroutePayouts {

  private static final Logger LOG = LoggerFactory.getLogger(ReroutePayouts.class);
  private static final int CHUNK = 1_000;
  private static final Set<String> MONTHLY = Set.of("REGULAR", "ARREARS");

  private final ReroutePolicy policy;
  private final UnpaidPayouts unpaid;
  private final NewRoutes routes;
  private final AgencyData agency;
  private final ForgottenFiles forgotten;
  private final Clock businessClock;

  ReroutePayouts(ReroutePolicy policy, UnpaidPayouts unpaid, NewRoutes routes, AgencyData agency, ForgottenFiles forgotten,
      Clock businessClock) {
    this.policy = policy;
    this.unpaid = unpaid;
    this.routes = routes;
    this.agency = agency;
    this.forgotten = forgotten;
    this.businessClock = businessClock;
  }

  /** How many groups of unpaid payouts wait to be moved now. */
  public long due() {
    LocalDate today = today();
    return groups().stream().filter(group -> isDue(group, today)).count();
  }

  /** Every group, one after the other. @return payouts moved */
  public int reroute() {
    return groups().stream().mapToInt(this::move).sum();
  }

  /** Unpaid payouts that may move now, grouped by equal decision. */
  public List<Group> groups() {
    return forgotten.mayExist() ? List.of() : unpaid.groups();
  }

  /** @return payouts of the group that were moved, perhaps none */
  public int move(Group group) {
    if (forgotten.mayExist()) {
      return 0;
    }
    LocalDate today = today();
    NextStep step = step(group, today);
    int moved = take(step, group, today);
    if (moved > 0) {
      LOG.info("re-route: {} {} by {} → {}: {} payouts moved", group.outcome(), group.reason(), group.channel(), step, moved);
    }
    return moved;
  }

  private int take(NextStep step, Group group, LocalDate today) {
    return switch (step) {
      case NOTHING -> 0;
      case AWAIT_ACCOUNT -> unpaid.awaitAccount(group);
      case TRY_ACCOUNT -> eachChunk(group, payouts -> start(group, correctable(payouts, today)));
      case OTHER_CHANNEL -> eachChunk(group, payouts -> overTheCounter(group, payouts));
      case HOLD -> unpaid.hold(group);
      case STOP_OR_HOLD -> eachChunk(group, payouts -> stop(group, notOwed(payouts))) + unpaid.hold(group);
      case STOP_IF_DEAD -> eachChunk(group, payouts -> stop(group, notOwed(payouts)));
      case CARRY_OVER -> unpaid.giveBack(group, GivenBack.CARRIED_OVER);
      case HAND_BACK -> unpaid.giveBack(group, GivenBack.HANDED_BACK);
    };
  }

  private boolean isDue(Group group, LocalDate today) {
    return switch (step(group, today)) {
      case NOTHING -> false;
      case TRY_ACCOUNT -> eachChunk(group, payouts -> correctable(payouts, today).size()) > 0;
      case STOP_IF_DEAD -> eachChunk(group, payouts -> notOwed(payouts).size()) > 0;
      default -> true;
    };
  }

  private NextStep step(Group group, LocalDate today) {
    return NextStep.of(group, policy.course(group.outcome(), group.reason(), group.channel(), today), today);
  }

  private List<NewPayment> correctable(List<Unpaid> payouts, LocalDate today) {
    return routes.toAccounts(payouts, agency.newestAccounts(entitlements(payouts), today));
  }

  private int overTheCounter(Group group, List<Unpaid> payouts) {
    NewRoutes.Found found = routes.toCash(payouts);
    int moved = start(group, found.payments());
    return found.without().isEmpty() ? moved
        : moved + unpaid.hold(group, found.without().keySet(), found.without().values().iterator().next());
  }

  /** REGULAR and ARREARS payouts whose months all lie after the recorded month of death. */
  private List<Long> notOwed(List<Unpaid> payouts) {
    Map<String, LocalDate> deaths = agency.deaths(entitlements(payouts));
    return payouts.stream().filter(payout -> MONTHLY.contains(payout.kind()) && deaths.containsKey(payout.entitlementId())
        && YearMonth.from(deaths.get(payout.entitlementId())).isBefore(payout.forFrom())).map(Unpaid::payoutId).toList();
  }

  private int start(Group group, List<NewPayment> payments) {
    return payments.isEmpty() ? 0 : unpaid.start(group, payments);
  }

  private int stop(Group group, Collection<Long> payouts) {
    return payouts.isEmpty() ? 0 : unpaid.giveBack(group, payouts, GivenBack.STOPPED);
  }

  private int eachChunk(Group group, ToIntFunction<List<Unpaid>> move) {
    int moved = 0;
    long after = 0;
    List<Unpaid> chunk;
    do {
      chunk = unpaid.after(group, after, CHUNK);
      if (!chunk.isEmpty()) {
        moved += move.applyAsInt(chunk);
        after = chunk.get(chunk.size() - 1).payoutId();
      }
    } while (chunk.size() == CHUNK);
    return moved;
  }

  private static List<String> entitlements(List<Unpaid> payouts) {
    return payouts.stream().map(Unpaid::entitlementId).distinct().toList();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM);
  }
}
