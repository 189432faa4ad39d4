package vn.chitra.hub.channel.postoffice;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chitra.hub.channel.cash.CashReportMapping;
import vn.chitra.hub.partner.Mappings;

/** Registers the list and the report of the post office (contract §5). */
@Configuration(proxyBeanMethods = false)
class PostOfficeChannel {

  private static final String HEADINGS = "headings/post-office-answer.yaml";

  @Bean
  PostOfficeListFormat postOfficeListFormat() {
    return new PostOfficeListFormat();
  }

  @Bean
  PostOfficeReportParser postOfficeReportParser(Mappings mappings) throws IOException {
    try (InputStream yaml = mappings.open(HEADINGS)) {
      return new PostOfficeReportParser(CashReportMapping.read(yaml, HEADINGS));
    }
  }
}
