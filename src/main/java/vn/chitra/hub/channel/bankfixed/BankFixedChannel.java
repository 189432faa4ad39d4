package vn.chitra.hub.channel.bankfixed;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chitra.hub.inbound.StateOfCode;

/** Registers the payment file, the refusal and the results of {@code bank-fixed} (contract §2). */
@Configuration(proxyBeanMethods = false)
class BankFixedChannel {

  @Bean
  BankFixedFormat bankFixedFormat() {
    return new BankFixedFormat();
  }

  @Bean
  BankFixedResultParser bankFixedResultParser(StateOfCode codes) {
    return new BankFixedResultParser(codes);
  }

  @Bean
  BankFixedRefusalParser bankFixedRefusalParser() {
    return new BankFixedRefusalParser();
  }
}
