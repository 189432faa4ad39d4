package vn.chitra.hub.channel.bankfile;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Registers the messages that all banks with text files share: the statement and the answer to an account-opening file (contract §1, §2).
 */
@Configuration(proxyBeanMethods = false)
class BankFileChannel {

  @Bean
  StatementParser statementParser() {
    return new StatementParser();
  }

  @Bean
  AccountOpeningParser accountOpeningParser() {
    return new AccountOpeningParser();
  }
}
