package vn.chitra.hub.config;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import vn.chitra.hub.account.opening.OpeningSql;
import vn.chitra.hub.partner.AccountOpening;
import vn.chitra.hub.partner.Mappings;

/** The beans of account opening that come from the mappings. */
@Configuration(proxyBeanMethods = false)
class AccountWiring {

  @Bean
  AccountOpening accountOpening(Mappings mappings) {
    return mappings.accountOpening();
  }

  @Bean
  OpeningSql openingSql(ResourceLoader loader, HubSettings settings) throws IOException {
    return OpeningSql.from(loader.getResource(settings.mappings() + "welfare-db/"));
  }
}
