package vn.chitra.hub.operations.health;

import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.Word;

/**
 * Whether the embedded broker takes messages. While it is blocked by its disk a connection still opens, so that the check of a connection
 * alone says that all is well. An external broker reports its state itself.
 */
@Component("hubBroker")
class BrokerHealth implements HealthIndicator {

  private final ObjectProvider<EmbeddedActiveMQ> broker;

  BrokerHealth(ObjectProvider<EmbeddedActiveMQ> broker) {
    this.broker = broker;
  }

  /** False also for one that does not run. */
  static boolean isBlocked(EmbeddedActiveMQ broker) {
    ActiveMQServer server = broker.getActiveMQServer();
    return server != null && server.isActive() && server.getPagingManager().isDiskFull();
  }

  @Override
  public Health health() {
    EmbeddedActiveMQ embedded = broker.getIfAvailable();
    if (embedded == null) {
      return Health.up().withDetail(PartnerHealth.WORDS,
          new Word("hàng đợi ở máy chủ riêng", "the queues are on a server of their own").shown()).build();
    }
    ActiveMQServer server = embedded.getActiveMQServer();
    if (server == null || !server.isActive()) {
      return Health.down().withDetail(PartnerHealth.WORDS,
          new Word("hàng đợi trong hub không chạy", "the queues in the hub do not run").shown()).build();
    }
    boolean blocked = isBlocked(embedded);
    return Health.status(blocked ? PartnerHealth.DEGRADED : Status.UP).withDetail("blocked", blocked)
        .withDetail(PartnerHealth.WORDS, (blocked
            ? new Word("hàng đợi đứng: ổ đĩa của hub.data-dir còn ít hơn hub.disk.min-free; thêm chỗ là tự chạy tiếp",
                "the queues stand still: the disk of hub.data-dir has less left than hub.disk.min-free; with more space they go on")
            : new Word("hàng đợi nhận thông điệp", "the queues take messages")).shown()).build();
  }
}
