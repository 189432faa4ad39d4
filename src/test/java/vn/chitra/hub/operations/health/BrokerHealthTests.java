package vn.chitra.hub.operations.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

class BrokerHealthTests {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir
  Path folder;

  private final StaticListableBeanFactory beans = new StaticListableBeanFactory();

  @Test
  void aBrokerBlockedByItsDiskIsDegradedInWordsAndAStoppedOneDown() throws Exception {
    EmbeddedActiveMQ broker = new EmbeddedActiveMQ().setConfiguration(configured(Long.MAX_VALUE));
    broker.start();
    beans.addBean("broker", broker);
    await().atMost(SOON).until(() -> PartnerHealth.DEGRADED.equals(health().getStatus()));
    assertThat(health().getDetails()).containsEntry("blocked", true)
        .hasEntrySatisfying("words", words -> assertThat(words.toString()).startsWith("hàng đợi đứng: ổ đĩa"));
    broker.stop();
    assertThat(health().getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void aBrokerThatTakesMessagesIsUpAndAnExternalOneIsLeftToItself() throws Exception {
    assertThat(health().getDetails()).isEqualTo(Map.of("words", "hàng đợi ở máy chủ riêng"));
    EmbeddedActiveMQ broker = new EmbeddedActiveMQ().setConfiguration(configured(1));
    broker.start();
    try {
      beans.addBean("broker", broker);
      assertThat(health()).isEqualTo(Health.up().withDetail("blocked", false).withDetail("words", "hàng đợi nhận thông điệp").build());
    } finally {
      broker.stop();
    }
  }

  private Health health() {
    return new BrokerHealth(beans.getBeanProvider(EmbeddedActiveMQ.class)).health();
  }

  private Configuration configured(long minFree) {
    return new ConfigurationImpl().setSecurityEnabled(false).setJMXManagementEnabled(false).setDiskScanPeriod(100).setMinDiskFree(minFree)
        .setJournalDirectory(folder.resolve("journal").toString()).setBindingsDirectory(folder.resolve("bindings").toString())
        .setPagingDirectory(folder.resolve("paging").toString()).setLargeMessagesDirectory(folder.resolve("large").toString());
  }
}
