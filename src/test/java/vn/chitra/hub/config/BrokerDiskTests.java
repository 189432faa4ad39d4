package vn.chitra.hub.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import vn.chitra.hub.operations.DiskSettings;

/** The broker's limit of room on the disk. */
class BrokerDiskTests {

  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir
  Path folder;

  @Test
  void theLimitIsInBytesAndNoShareOfTheDisk() {
    assertThat(configured(DataSize.ofMegabytes(512)).getMinDiskFree()).isEqualTo(512L << 20);
  }

  @Test
  void aDiskNearlyFullOfWhichEnoughIsLeftStopsNothing() throws Exception {
    try (Broker broker = new Broker(configured(DataSize.ofMegabytes(1)).setMaxDiskUsage(0))) {
      assertThat(broker.send()).succeedsWithin(SOON);
    }
  }

  @Test
  void aMessageWaitsOnAFullDiskAndGoesByItselfWhenThereIsSpace() throws Exception {
    try (Broker broker = new Broker(configured(DataSize.ofTerabytes(1_000)))) {
      await().atMost(SOON).until(() -> !broker.takesMessages());
      CompletableFuture<Void> sent = broker.send();
      assertThat(sent).isNotDone();
      broker.makeSpace();
      assertThat(sent).succeedsWithin(SOON);
    }
  }

  private Configuration configured(DataSize minFree) {
    Configuration configuration = new ConfigurationImpl().setSecurityEnabled(false).setJMXManagementEnabled(false)
        .setJournalDirectory(folder.resolve("journal").toString()).setBindingsDirectory(folder.resolve("bindings").toString())
        .setPagingDirectory(folder.resolve("paging").toString()).setLargeMessagesDirectory(folder.resolve("large").toString())
        .setDiskScanPeriod(100);
    new Queues().redeliveryAndDeadLetters(new DiskSettings(folder, new DiskSettings.Disk(minFree, DataSize.ofGigabytes(2))))
        .customize(configuration);
    return configuration;
  }

  private static final class Broker implements AutoCloseable {

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();

    Broker(Configuration configuration) throws Exception {
      configuration.addAcceptorConfiguration("in-vm", "vm://0");
      server.setConfiguration(configuration).start();
      server.getActiveMQServer().createQueue(QueueConfiguration.of("hub.test"));
    }

    boolean takesMessages() {
      return !server.getActiveMQServer().getPagingManager().isDiskFull();
    }

    void makeSpace() {
      ((ActiveMQServerImpl) server.getActiveMQServer()).getMonitor().setMinDiskFree(1);
    }

    CompletableFuture<Void> send() {
      return CompletableFuture.runAsync(() -> {
        try (ServerLocator locator = ActiveMQClient.createServerLocator("vm://0"); var factory = locator.createSessionFactory();
            ClientSession session = factory.createSession(); ClientProducer producer = session.createProducer("hub.test")) {
          producer.send(session.createMessage(true));
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      });
    }

    @Override
    public void close() throws Exception {
      server.stop();
    }
  }
}
