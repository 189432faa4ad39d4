package vn.chitra.hub.alert;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chitra.hub.partner.Mappings;

/** The alert policy file as a bean. */
@Configuration(proxyBeanMethods = false)
class AlertWiring {

  private static final String ALERTS = "alerts.yaml";

  @Bean
  AlertPolicy alertPolicy(Mappings mappings) throws IOException {
    try (InputStream policy = mappings.open(ALERTS)) {
      return AlertPolicy.load(policy, ALERTS);
    }
  }
}
