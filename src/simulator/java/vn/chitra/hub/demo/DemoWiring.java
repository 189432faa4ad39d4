package vn.chitra.hub.demo;

import java.time.Clock;
import org.springframework.beans.factory.support.GenericBeanDefinition;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConfigurationCustomizer;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Gives the hub the demo's clock as business time; but for the time that the broker gathers writes, the rest is as in production. */
public final class DemoWiring implements ApplicationContextInitializer<GenericApplicationContext> {

  /** The broker gathers for so long what goes to the disk in one write, by default up to 3.3 ms; messages of a demo come one by one. */
  private static final int JOURNAL_WAITS_NS = 300_000;

  private final Clock clock;

  public DemoWiring(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void initialize(GenericApplicationContext context) {
    GenericBeanDefinition definition = new GenericBeanDefinition();
    definition.setBeanClass(Clock.class);
    definition.setInstanceSupplier(() -> clock);
    definition.setPrimary(true);
    context.registerBeanDefinition("businessClock", definition);
    context.registerBean("quickJournal", ArtemisConfigurationCustomizer.class,
        () -> broker -> broker.setJournalBufferTimeout_NIO(JOURNAL_WAITS_NS));
    context.getBeanFactory().registerSingleton("productionClassesOnly", new ProductionClassesOnly());
  }
}
