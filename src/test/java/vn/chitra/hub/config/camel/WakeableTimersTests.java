package vn.chitra.hub.config.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Timers that wait for an hour, told to fire. */
class WakeableTimersTests {

  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final WakeableTimers timers = new WakeableTimers();
  private final Semaphore fired = new Semaphore(0);
  private final Semaphore mayEnd = new Semaphore(0);
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();

  @BeforeEach
  void start() throws Exception {
    camel.addComponent("timer", timers);
    camel.addRoutes(new RouteBuilder() {
      @Override
      public void configure() {
        from("timer:letters?period=1h&delay=1h").routeId("letters").process(exchange -> {
          mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
          fired.release();
          mayEnd.acquire();
          atOnce.decrementAndGet();
        });
      }
    });
    camel.start();
  }

  @AfterEach
  void stop() {
    mayEnd.release(100);
    camel.stop();
  }

  @Test
  void aWokenTimerFiresAtOnce() throws InterruptedException {
    assertThat(fired.tryAcquire()).isFalse();
    timers.wake("letters");
    assertFires();
  }

  @Test
  void manyCallsWhileItRunsMakeOneMoreFiringAfterIt() throws InterruptedException {
    timers.wake("letters");
    assertFires();
    for (int call = 0; call < 20; call++) {
      timers.wakeAll();
    }
    mayEnd.release();
    assertFires();
    mayEnd.release();
    timers.wake("letters");
    assertFires();
    assertThat(fired.availablePermits()).isZero();
    assertThat(mostAtOnce).hasValue(1);
  }

  @Test
  void aTimerThatIsUnknownOrStoppedIsPassedOver() throws Exception {
    assertThatCode(() -> timers.wake("nobody")).doesNotThrowAnyException();
    camel.getRouteController().stopRoute("letters");
    assertThatCode(() -> timers.wake("letters")).doesNotThrowAnyException();
    assertThatCode(timers::wakeAll).doesNotThrowAnyException();
    assertThat(fired.availablePermits()).isZero();
    camel.getRouteController().startRoute("letters");
    timers.wake("letters");
    assertFires();
  }

  private void assertFires() throws InterruptedException {
    assertThat(fired.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
  }
}
