package vn.chitra.hub.operations.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.support.MovableClock;

class TimerStateTests {

  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final MovableClock clock = new MovableClock("2026-11-18T02:00:00Z");
  private final TimerTicks ticks = new TimerTicks(clock);
  private final TimerState timers = new TimerState(camel, ticks, new PolledFailures());

  @BeforeEach
  void aTimerThatTicksAndOneThatNeverDoes() throws Exception {
    camel.disableJMX();
    camel.getManagementStrategy().addEventNotifier(ticks);
    camel.addRoutes(new RouteBuilder() {
      @Override
      public void configure() {
        from("timer:often?period=20&delay=0").routeId("often").log("ticked");
        from("timer:never?period=1000&delay=100000000").routeId("never").log("ticked");
        from("direct:other").routeId("other").log("no timer");
      }
    });
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void namesATimerThatEndsNoTickAndOneThatAPersonStopped() throws Exception {
    assertThat(timers.now()).isEqualTo(new TimerState.State(2, List.of()));
    clock.pass(Duration.ofMinutes(11));
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(timers.now().troubles())
        .containsExactly("never không xong lượt nào từ 11 phút"));
    camel.getRouteController().stopRoute("often");
    assertThat(timers.now().troubles()).containsExactly("often đang dừng, có người đã dừng nó", "never không xong lượt nào từ 11 phút");
  }
}
