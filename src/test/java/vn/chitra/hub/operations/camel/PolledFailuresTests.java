package vn.chitra.hub.operations.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;

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
    assertThat(failures.failing()).hasSize(1).allSatisfy((route, reasons) -> assertThat(reasons).containsExactly("SQLException 42501"));
    failure = null;
    ticks(20);
    assertThat(failures.changes()).isEqualTo(2);
    assertThat(failures.failing()).isEmpty();
    failure = new SQLException("gone", "08006");
    ticks(20);
    failure = new IllegalStateException("another reason");
    ticks(20);
    assertThat(failures.changes()).isEqualTo(4);
  }

  /** With the levels that the hub ships; the error handler and the timer each log every failure otherwise. */
  @Test
  void fortyFailedTicksAreOneLineOfTheWholeLog() throws Exception {
    LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
    Map<String, Level> before = new HashMap<>();
    shippedLevels().forEach((name, level) -> {
      before.put(name, logging.getLogger(name).getLevel());
      logging.getLogger(name).setLevel(Level.toLevel(level));
    });
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logging.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(log);
    try {
      failure = new IllegalStateException("wrong");
      start(true);
      ticks(40);
      assertThat(List.copyOf(log.list)).filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN)).hasSize(1);
    } finally {
      logging.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(log);
      before.forEach((name, level) -> logging.getLogger(name).setLevel(level));
    }
  }

  private static Map<String, String> shippedLevels() throws IOException {
    Map<String, String> levels = new HashMap<>();
    new YamlPropertySourceLoader().load("shipped", new FileSystemResource("src/main/resources/application.yaml")).forEach(source -> {
      for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
        if (name.startsWith("logging.level.org.apache.camel")) {
          levels.put(name.substring("logging.level.".length()), String.valueOf(source.getProperty(name)));
        }
      }
    });
    assertThat(levels).isNotEmpty();
    return levels;
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
