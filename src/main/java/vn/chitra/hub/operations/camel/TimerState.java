package vn.chitra.hub.operations.camel;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.Word;

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
   * @param troubles one for each timer that is stopped, late or fails, in the language of the page
   */
  public record State(int timers, List<String> troubles) {}

  public State now() {
    List<TimerTicks.Timer> timers = ticks.of(camel);
    List<String> troubles = new ArrayList<>();
    for (TimerTicks.Timer timer : timers) {
      if (!timer.started()) {
        troubles.add(Word.of("%s đang dừng, có người đã dừng nó", "%s is stopped, a person stopped it", timer.route()).shown());
      } else if (timer.late()) {
        troubles.add(Word.of("%s không xong lượt nào từ %s phút", "%s has ended no tick for %s minutes", timer.route(),
            timer.silent().toMinutes()).shown());
      }
    }
    failures.failing().forEach((route, reasons) -> troubles.add(Word.of("%s gặp lỗi ở mọi lượt: %s", "%s fails at every tick: %s",
        route, String.join(", ", reasons)).shown()));
    return new State(timers.size(), troubles);
  }
}
