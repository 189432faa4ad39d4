package vn.chitra.hub.config.camel;

import jakarta.jms.ConnectionFactory;
import org.apache.camel.component.jms.ConsumerType;
import org.apache.camel.component.jms.JmsComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The two JMS components. {@code jms}: queue and database together, the database's transaction leads, a crash between the two commits gives
 * a redelivery. {@code jms-local}: the queue alone, for routes that talk to a partner and must hold no database transaction meanwhile. In
 * both an exception rolls back and the broker redelivers with back-off, then dead-letters.
 */
@Configuration(proxyBeanMethods = false)
class JmsComponents {

  @Bean
  JmsComponent jms(ConnectionFactory pooled, PlatformTransactionManager transactionManager) {
    JmsComponent jms = JmsComponent.jmsComponentTransacted(pooled, transactionManager);
    jms.setLazyCreateTransactionManager(false);
    jms.setCacheLevelName("CACHE_NONE");
    jms.setReceiveTimeout(1_000);
    return logged(jms);
  }

  @Bean("jms-local")
  JmsComponent jmsLocal(ConnectionFactory pooled) {
    JmsComponent jms = new JmsComponent();
    jms.setConnectionFactory(pooled);
    jms.setTransacted(true);
    jms.setLazyCreateTransactionManager(false);
    jms.setCacheLevelName("CACHE_CONSUMER");
    jms.setReceiveTimeout(1_000);
    return logged(jms);
  }

  private static JmsComponent logged(JmsComponent jms) {
    jms.setConsumerType(ConsumerType.Custom);
    jms.setMessageListenerContainerFactory(QueueListener::new);
    return jms;
  }
}
