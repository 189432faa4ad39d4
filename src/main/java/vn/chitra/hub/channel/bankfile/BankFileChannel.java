package vn.chitra.hub.channel.bankfile;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chitra.hub.inbound.StateOfCode;

/** The formats of banks that exchange text files: {@code bank-csv} (contract §1) and {@code bank-fixed} (contract §2). */
@Configuration(proxyBeanMethods = false)
class BankFileChannel {

  @Bean
  BankCsvFormat bankCsvFormat() {
    return new BankCsvFormat();
  }

  @Bean
  BankFixedFormat bankFixedFormat() {
    return new BankFixedFormat();
  }

  @Bean
  BankCsvAckParser bankCsvAckParser() {
    return new BankCsvAckParser();
  }

  @Bean
  BankCsvResultParser bankCsvResultParser(StateOfCode codes) {
    return new BankCsvResultParser(codes);
  }

  @Bean
  BankFixedResultParser bankFixedResultParser(StateOfCode codes) {
    return new BankFixedResultParser(codes);
  }

  @Bean
  BankFixedRefusalParser bankFixedRefusalParser() {
    return new BankFixedRefusalParser();
  }

  @Bean
  StatementParser statementParser() {
    return new StatementParser();
  }

  @Bean
  AccountOpeningParser accountOpeningParser() {
    return new AccountOpeningParser();
  }
}
