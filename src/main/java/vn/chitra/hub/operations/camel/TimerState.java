package vn.chitra.hub.operations.camel;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.springframework.stereotype.Component;

/** The troubles of the timers of the hub, in words. */
@Component
public final class TimerState {

  private final CamelContext camel;
  private final TimerTicks ticks;
  private final PolledFailures failures;

  TimerState(CamelContext camel, TimerTicks ticks, PolledFailures failures) {
    this.camel = camel;
    this.ticks = ticks;
    this.failures = failures;
  }

  /**
   * @param timers how many there are
   * @param troubles one for each timer that is stopped, late or fails; Vietnamese
   */
  public record State(int timers, List<String> troubles) {}

  public State now() {
    List<TimerTicks.Timer> timers = ticks.of(camel);
    List<String> troubles = new ArrayList<>();
    for (TimerTicks.Timer timer : timers) {
      if (!timer.started()) {
        troubles.add(timer.route() + " đang dừng, có người đã dừng nó");
      } else if (timer.late()) {
        troubles.add(timer.route() + " không xong lượt nào từ " + timer.silent().toMinutes() + " phút");
      }
    }
    failures.failing().forEach((route, reasons) -> troubles.add(route + " gặp lỗi ở mọi lượt: " + String.join(", ", reasons)));
    return new State(timers.size(), troubles);
  }
}
