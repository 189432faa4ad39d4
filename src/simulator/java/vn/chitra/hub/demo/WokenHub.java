package vn.chitra.hub.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.chitra.hub.operations.DueWork;
import vn.chitra.hub.support.TimerWakes;

/** The hub as the driver sees it: what is due, and its timers and inboxes, which need not wait for their next period. */
final class WokenHub {

  private static final Duration AGAIN = Duration.ofSeconds(1);

  private static final List<String> GATHER = List.of("batch-gather-bank-file", "batch-gather-bank-api", "batch-gather-post-office",
      "batch-gather-commune");

  private static final Map<String, List<String>> TIMERS = Map.ofEntries(
      Map.entry("payrolls to take", List.of("payroll-intake")),
      Map.entry("payrolls to take back", List.of("payroll-withdrawal", "payroll-withdrawal-hold")),
      Map.entry("batches to build", GATHER),
      Map.entry("payments to gather", GATHER),
      Map.entry("receipts to write", List.of("results-out")),
      Map.entry("refusals to write", List.of("results-out")),
      Map.entry("funding needs to write", List.of("results-out")),
      Map.entry("results to write", List.of("results-out")),
      Map.entry("payouts to re-route", List.of("payout-reroute")),
      Map.entry("receipts to move on", List.of("reconciliation")),
      Map.entry("months to close", List.of("reconciliation")),
      Map.entry("reports to write", List.of("settlement-report")),
      Map.entry("statements to match", List.of("statements")),
      Map.entry("names to check", List.of("name-check")),
      Map.entry("bulks to ask about", List.of("bank-api-results")),
      Map.entry("statements to ask for", List.of("bank-api-statements")),
      Map.entry("alerts to tell", List.of("alerts-notify", "alerts-send")),
      Map.entry("accounts to take or tell", List.of("account-opening-request", "account-opening-replies", "account-opening-report")));

  private final DueWork dueWork;
  private final TimerWakes timers;
  private final Consumer<String> inboxes;
  private final Map<String, Seen> seen = new HashMap<>();

  private record Seen(Set<String> replies, long at) {}

  /** @param inboxes takes the partner whose folders are to be polled */
  WokenHub(DueWork dueWork, TimerWakes timers, Consumer<String> inboxes) {
    this.dueWork = dueWork;
    this.timers = timers;
    this.inboxes = inboxes;
  }

  /** A hub in another process. */
  static WokenHub byItsOwnTimers(DueWork dueWork) {
    return new WokenHub(dueWork, new TimerWakes() {
      @Override
      public void wake(String timer) {
        // it looks when its periods are over
      }

      @Override
      public void wakeAll() {
        // as above
      }
    }, partner -> { });
  }

  /** Business time has moved: every timer looks. */
  void timeHasMoved() {
    timers.wakeAll();
  }

  /** What is due, after the timers concerned were told so. */
  Map<String, Long> due() {
    Map<String, Long> due = dueWork.due();
    due.keySet().stream().flatMap(kind -> TIMERS.getOrDefault(kind, List.of()).stream()).distinct().forEach(timers::wake);
    return due;
  }

  /**
   * Lets the inboxes look where other replies lie than at the last call; where the same ones lie, the hub has them in hand, and looks again
   * after a second only.
   *
   * @param replies that lie in partners' folders, each {@code partner/path}
   */
  void repliesWait(List<String> replies) {
    Map<String, List<String>> lying = replies.stream().collect(Collectors.groupingBy(reply -> reply.substring(0, reply.indexOf('/'))));
    seen.keySet().retainAll(lying.keySet());
    lying.forEach((partner, names) -> {
      Seen before = seen.get(partner);
      if (before == null || !before.replies().containsAll(names) || System.nanoTime() - before.at() > AGAIN.toNanos()) {
        inboxes.accept(partner);
        seen.put(partner, new Seen(Set.copyOf(names), System.nanoTime()));
      }
    });
  }
}
