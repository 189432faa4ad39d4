package vn.chitra.hub.operations.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PolledFailuresTests {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final PolledFailures failures = new PolledFailures();
  private final AtomicInteger ticks = new AtomicInteger();
  private volatile Exception failure;

  @BeforeEach
  void aContextWithTheHubsErrorHandling() throws Exception {
    camel.getManagementStrategy().addEventNotifier(failures);
    PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("error-handling.camel.yaml",
        Files.readString(Path.of("routes/error-handling.camel.yaml"))));
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void aTimerThatFailsAtEveryTickIsLoggedOnceAndOnceMoreWhenItGoesWellAgain() throws Exception {
    start(false);
    failure = new SQLException("permission denied", "42501");
    ticks(20);
    assertThat(failures.changes()).isOne();
    failure = null;
    ticks(20);
    assertThat(failures.changes()).isEqualTo(2);
    failure = new SQLException("gone", "08006");
    ticks(20);
    failure = new IllegalStateException("another reason");
    ticks(20);
    assertThat(failures.changes()).isEqualTo(4);
  }

  @Test
  void oneElementOfASplitThatFailsAtEveryTickIsLoggedOnce() throws Exception {
    start(true);
    failure = new SQLException("permission denied", "42501");
    ticks(20);
    assertThat(failures.changes()).isOne();
    failure = null;
    ticks(20);
    assertThat(failures.changes()).isEqualTo(2);
  }

  private void start(boolean split) throws Exception {
    camel.addRoutes(new RouteBuilder() {
      @Override
      public void configure() {
        if (split) {
          from("timer:each?period=10&delay=0").routeId("each").routeConfigurationId("polled").process(this::count)
              .setBody(constant(List.of("a", "b", "c"))).split(body()).to("direct:one");
          from("direct:one").routeId("one").routeConfigurationId("polled").filter(body().isEqualTo("b")).process(this::fail);
        } else {
          from("timer:whole?period=10&delay=0").routeId("whole").routeConfigurationId("polled").process(this::count).process(this::fail);
        }
      }

      private void count(Exchange exchange) {
        ticks.incrementAndGet();
      }

      private void fail(Exchange exchange) throws Exception {
        Exception now = failure;
        if (now != null) {
          throw now;
        }
      }
    });
    camel.start();
  }

  private void ticks(int more) {
    int from = ticks.get();
    await().atMost(SOON).until(() -> ticks.get() >= from + more);
  }
}
