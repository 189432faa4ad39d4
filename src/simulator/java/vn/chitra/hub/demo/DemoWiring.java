package vn.chitra.hub.demo;

import java.time.Clock;
import org.springframework.beans.factory.support.GenericBeanDefinition;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Gives the hub the demo's clock as business time; the rest of the hub is as in production, also with test classes on the classpath. */
public final class DemoWiring implements ApplicationContextInitializer<GenericApplicationContext> {

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
    context.getBeanFactory().registerSingleton("productionClassesOnly", new ProductionClassesOnly());
  }
}
