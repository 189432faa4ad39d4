package vn.chitra.hub.channel.bankcsv;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chitra.hub.inbound.StateOfCode;

/** Registers the payment file, the acknowledgement and the results of {@code bank-csv} (contract §1). */
@Configuration(proxyBeanMethods = false)
class BankCsvChannel {

  @Bean
  BankCsvFormat bankCsvFormat() {
    return new BankCsvFormat();
  }

  @Bean
  BankCsvAckParser bankCsvAckParser() {
    return new BankCsvAckParser();
  }

  @Bean
  BankCsvResultParser bankCsvResultParser(StateOfCode codes) {
    return new BankCsvResultParser(codes);
  }
}
