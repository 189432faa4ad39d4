package vn.chitra.hub.config;

import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chitra.hub.operations.DiskSettings;

/** The embedded broker: durable, with a dead-letter queue for each queue. */
@Configuration(proxyBeanMethods = false)
class Queues {

  private static final int MAX_DELIVERIES = 6;

  @Bean
  ArtemisConfigurationCustomizer redeliveryAndDeadLetters(DiskSettings settings) {
    AddressSettings hubQueues = new AddressSettings()
        .setDeadLetterAddress(SimpleString.of("DLQ"))
        .setAutoCreateDeadLetterResources(true)
        .setDeadLetterQueuePrefix(SimpleString.of("DLQ."))
        .setDeadLetterQueueSuffix(SimpleString.of(""))
        .setMaxDeliveryAttempts(MAX_DELIVERIES)
        .setRedeliveryDelay(1_000)
        .setRedeliveryMultiplier(3)
        .setMaxRedeliveryDelay(120_000)
        .setDefaultGroupRebalance(true)
        .setAutoDeleteQueues(false)
        .setAutoDeleteAddresses(false);
    return broker -> broker
        .setMinDiskFree(settings.disk().minFree().toBytes())   // in place of Artemis' own limit, nine tenths of the disk
        .setJournalDatasync(true)
        .setJournalSyncTransactional(true)
        .setJournalSyncNonTransactional(true)
        .addAddressSetting("hub.#", hubQueues);
  }
}
