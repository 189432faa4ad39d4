package vn.chitra.hub.channel.commune;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chitra.hub.channel.cash.CashReportMapping;
import vn.chitra.hub.partner.Mappings;

/** Registers the list and the report of the communes (contract §6). */
@Configuration(proxyBeanMethods = false)
class CommuneChannel {

  private static final String HEADINGS = "headings/commune-answer.yaml";

  @Bean
  CommuneListFormat communeListFormat() {
    return new CommuneListFormat();
  }

  @Bean
  CommuneReportParser communeReportParser(Mappings mappings) throws IOException {
    try (InputStream yaml = mappings.open(HEADINGS)) {
      return new CommuneReportParser(CashReportMapping.read(yaml, HEADINGS));
    }
  }
}
