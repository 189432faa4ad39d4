package vn.chitra.hub.config.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsConsumer;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;

/** The log of the listeners at queues, with the levels that the hub ships, while the database is away and while messages fail. */
class QueueListenerTests {

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir
  Path folder;

  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
  private final Database database = new Database();
  private final AtomicInteger handled = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Map<String, Level> before = new HashMap<>();
  private volatile boolean failing;

  @BeforeEach
  void aBrokerAndRoutesThatListen() throws Exception {
    Configuration configuration = new ConfigurationImpl().setSecurityEnabled(false).setJMXManagementEnabled(false)
        .setPersistenceEnabled(false).setJournalDirectory(folder.toString()).addAcceptorConfiguration("in-vm", "vm://17")
        .addAddressSetting("#", new AddressSettings().setMaxDeliveryAttempts(-1));
    broker.setConfiguration(configuration).start();
    LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
    shippedLevels().forEach((name, level) -> {
      before.put(name, logging.getLogger(name).getLevel());
      logging.getLogger(name).setLevel(Level.toLevel(level));
    });
    log.start();
    logging.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(log);
    JmsComponents components = new JmsComponents();
    ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory("vm://17");
    camel.addComponent("jms", components.jms(connections, database));
    camel.addComponent("jms-local", components.jmsLocal(connections));
    camel.addRoutes(new RouteBuilder() {
      @Override
      public void configure() {
        errorHandler(noErrorHandler());
        from("jms:queue:hub.with-database?recoveryInterval=20&receiveTimeout=20").routeId("with-database")
            .process(exchange -> handled.incrementAndGet());
        from("jms-local:queue:hub.alone?recoveryInterval=20&receiveTimeout=20").process(exchange -> {
          if (failing) {
            failures.incrementAndGet();
            throw new IllegalStateException("wrong", new SQLException("gone", "08006"));
          }
          handled.incrementAndGet();
        });
      }
    });
  }

  @AfterEach
  void stop() throws Exception {
    camel.stop();
    broker.stop();
    LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
    logging.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(log);
    before.forEach((name, level) -> logging.getLogger(name).setLevel(level));
  }

  @Test
  void aDatabaseThatIsAwayForManyAttemptsIsOneLineAndOneMoreWhenItIsBack() {
    database.away = true;
    camel.start();
    attempts(25);
    assertThat(lines()).containsExactly("WARN listening at hub.with-database fails: SQLException 08001; repeated failures are not logged");

    database.away = false;
    camel.createProducerTemplate().sendBody("jms:queue:hub.with-database", "1");
    await().atMost(SOON).until(() -> handled.get() == 1);
    await().atMost(SOON).untilAsserted(() -> assertThat(lines()).hasSize(2).last().isEqualTo("INFO listening at hub.with-database goes well"
        + " again"));
    database.away = true;
    attempts(25);
    assertThat(lines()).hasSize(3);
  }

  @Test
  void aMessageThatFailsAtEveryDeliveryIsOneLineUntilOneGoesWell() {
    failing = true;
    camel.start();
    camel.createProducerTemplate().sendBody("jms-local:queue:hub.alone", "1");
    await().atMost(SOON).until(() -> failures.get() >= 10);
    assertThat(lines()).containsExactly("WARN a message of hub.alone fails: SQLException 08006; repeated failures are not logged");

    failing = false;
    await().atMost(SOON).untilAsserted(() -> assertThat(lines()).hasSize(2).last()
        .isEqualTo("INFO a message of hub.alone goes well again"));
    assertThat(handled).hasValue(1);
  }

  @Test
  void aSilentQueueIsListenedAtForTenTimeoutsInASessionAndForOneWhenItEnds() throws Exception {
    camel.start();
    QueueListener listener = (QueueListener) ((JmsConsumer) camel.getRoute("with-database").getConsumer()).getListenerContainer();
    MessageConsumer silent = mock(MessageConsumer.class);

    assertThat(listener.receiveMessage(silent)).isNull();
    verify(silent, times(10)).receive(20);

    camel.getRouteController().stopRoute("with-database");
    assertThat(listener.receiveMessage(silent)).isNull();
    verify(silent, times(11)).receive(20);
  }

  @Test
  void aMessageIsTakenAtWhicheverTimeoutItComes() throws Exception {
    camel.start();
    QueueListener listener = (QueueListener) ((JmsConsumer) camel.getRoute("with-database").getConsumer()).getListenerContainer();
    MessageConsumer consumer = mock(MessageConsumer.class);
    Message message = mock(Message.class);
    when(consumer.receive(20)).thenReturn(null, null, message, null);

    assertThat(listener.receiveMessage(consumer)).isSameAs(message);
  }

  private void attempts(int more) {
    int from = database.attempts.get();
    await().atMost(SOON).until(() -> database.attempts.get() >= from + more);
  }

  /** Everything but the broker's own lines about its queues; without a stack trace in any. */
  private List<String> lines() {
    List<ILoggingEvent> events = List.copyOf(log.list);
    assertThat(events).allSatisfy(event -> assertThat(event.getThrowableProxy()).as(event.getFormattedMessage()).isNull());
    return events.stream().filter(event -> !event.getLoggerName().startsWith("org.apache.activemq."))
        .filter(event -> event.getLoggerName().startsWith("vn.chitra.") || event.getLevel().isGreaterOrEqual(Level.WARN))
        .map(event -> event.getLevel() + " " + event.getFormattedMessage()).toList();
  }

  private static Map<String, String> shippedLevels() throws IOException {
    Map<String, String> levels = new HashMap<>();
    new YamlPropertySourceLoader().load("shipped", new FileSystemResource("src/main/resources/application.yaml")).forEach(source -> {
      for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
        if (name.startsWith("logging.level.")) {
          levels.put(name.substring("logging.level.".length()).replace("root", Logger.ROOT_LOGGER_NAME),
              String.valueOf(source.getProperty(name)));
        }
      }
    });
    assertThat(levels).isNotEmpty();
    return levels;
  }

  /** Transactions of a database that may be away. */
  private static final class Database implements PlatformTransactionManager {

    private final AtomicInteger attempts = new AtomicInteger();
    private volatile boolean away;

    @Override
    public TransactionStatus getTransaction(TransactionDefinition definition) {
      if (away) {
        attempts.incrementAndGet();
        throw new CannotCreateTransactionException("Could not open JDBC Connection", new SQLException("refused", "08001"));
      }
      return new SimpleTransactionStatus();
    }

    @Override
    public void commit(TransactionStatus status) {
      // nothing is stored
    }

    @Override
    public void rollback(TransactionStatus status) {
      // nothing is stored
    }
  }
}
