package vn.chitra.hub.crash;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The hub's technical time, of which whoever breaks the hub may leave out a piece: leases, back-offs and a mail server's pauses pass at
 * once. It never goes back, over all lives of the hub.
 */
final class SkippedClock extends Clock implements ApplicationContextInitializer<GenericApplicationContext>, BeanPostProcessor {

  private final AtomicLong skippedMillis;
  private final ZoneId zone;

  /** @param skipped in earlier lives */
  SkippedClock(Duration skipped) {
    this(new AtomicLong(skipped.toMillis()), ZoneOffset.UTC);
  }

  private SkippedClock(AtomicLong skippedMillis, ZoneId zone) {
    this.skippedMillis = skippedMillis;
    this.zone = zone;
  }

  /** @param all that is left out by now */
  void skipTo(Duration all) {
    skippedMillis.accumulateAndGet(all.toMillis(), Math::max);
  }

  @Override
  public void initialize(GenericApplicationContext context) {
    context.addBeanFactoryPostProcessor(factory -> factory.addBeanPostProcessor(this));
  }

  @Override
  public @Nullable Object postProcessAfterInitialization(Object bean, String name) {
    return name.equals("wallClock") ? this : bean;
  }

  @Override
  public Instant instant() {
    return Instant.now().plusMillis(skippedMillis.get());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new SkippedClock(skippedMillis, other);
  }
}
