package vn.chitra.hub.channel.bankapi;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chitra.hub.inbound.StateOfCode;

/** Registers the file format and the message parsers of banks with an API (contract §4). */
@Configuration(proxyBeanMethods = false)
class BankApiChannel {

  @Bean
  BankApiFormat bankApiFormat() {
    return new BankApiFormat();
  }

  @Bean
  BulkReplyParser bulkReplyParser() {
    return new BulkReplyParser();
  }

  @Bean
  BulkPageParser bulkPageParser(StateOfCode codes) {
    return new BulkPageParser(codes);
  }

  @Bean
  EventParser eventParser(StateOfCode codes) {
    return new EventParser(codes);
  }

  @Bean
  ApiStatementParser apiStatementParser() {
    return new ApiStatementParser();
  }
}
