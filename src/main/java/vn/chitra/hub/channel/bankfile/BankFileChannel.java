package vn.chitra.hub.channel.bankfile;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all banks that exchange text files share: the statement and the answer to an account-opening file (contract §1, §2). */
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
