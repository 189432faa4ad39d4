package vn.chitra.hub.channel.iso20022;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the format of banks that exchange ISO 20022 messages (contract §3). */
@Configuration(proxyBeanMethods = false)
class Iso20022Channel {

  @Bean
  Pain001Format pain001Format() {
    return new Pain001Format();
  }
}
