package vn.chitra.hub.config;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import vn.chitra.hub.support.Zone;

/** Business time and technical time: a demo or a test moves only business time. */
@Configuration(proxyBeanMethods = false)
class Time {

  /** Dates, cut-offs, deadlines, ages. */
  @Bean
  @Primary
  @ConditionalOnMissingBean(name = "businessClock")
  Clock businessClock() {
    return Clock.system(Zone.VIETNAM);
  }

  /** Redelivery, back-off, locks, and {@code updated_at} in the welfare database. */
  @Bean
  Clock wallClock() {
    return Clock.systemUTC();
  }
}
