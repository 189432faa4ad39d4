package vn.chitra.hub.channel.bankapi.camel;

import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.springframework.stereotype.Component;
import vn.chitra.hub.channel.bankapi.ApiSettings;
import vn.chitra.hub.channel.bankapi.BankApi.Lane;
import vn.chitra.hub.partner.ApiTerms;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.support.TrustedCertificates;

/**
 * Creates two routes for every partner with an API from the template when the context starts: one for name checks, one for all other calls,
 * each with the partner's rate limits. Only the certificates of the settings are trusted.
 */
@Component
class BankApiRoutes implements CamelContextConfiguration {

  private final Partners partners;
  private final ApiSettings settings;

  BankApiRoutes(Partners partners, ApiSettings settings) {
    this.partners = partners;
    this.settings = settings;
  }

  /** The endpoint with which a call begins. */
  static String entry(PartnerProfile partner, Lane lane) {
    return "direct:bank-api-calls-" + name(partner, lane);
  }

  private static String name(PartnerProfile partner, Lane lane) {
    return partner.id() + (lane == Lane.NAMES ? "-names" : "");
  }

  @Override
  public void beforeApplicationStart(CamelContext camel) {
    // routes are made once the templates are loaded
  }

  @Override
  public void afterApplicationStart(CamelContext camel) {
    for (PartnerProfile partner : partners.ofKind(PartnerKind.BANK_API)) {
      ApiTerms terms = partner.apiTerms();
      camel.getRegistry().bind("bank-api-" + partner.id(), endpoint(camel, partner));
      add(camel, partner, Lane.CALLS, terms.callsPerSecond(), terms.callsAtOnce());
      add(camel, partner, Lane.NAMES, terms.nameChecksPerSecond(), 1);
    }
  }

  private static void add(CamelContext camel, PartnerProfile partner, Lane lane, int perSecond, int atOnce) {
    try {
      TemplatedRouteBuilder.builder(camel, "bank-api-calls-limited").routeId("bank-api-calls-" + name(partner, lane))
          .prefixId(name(partner, lane) + "-").parameter("lane", name(partner, lane)).parameter("endpoint", "ref:bank-api-" + partner.id())
          .parameter("perSecond", perSecond).parameter("atOnce", atOnce).add();
    } catch (Exception e) {
      throw new IllegalStateException("no routes for the API of " + partner.id(), e);
    }
  }

  private HttpEndpoint endpoint(CamelContext camel, PartnerProfile partner) {
    ApiSettings.Connection connection = settings.of(partner.connection());
    String tls = "bank-api-tls-" + partner.id();
    camel.getRegistry().bind(tls, trusting(connection.trustedCertificates()));
    String address = connection.baseUrl().toString().replaceFirst("/+$", "");
    HttpEndpoint endpoint = camel.getEndpoint(address + "?throwExceptionOnFailure=false&copyHeaders=false&followRedirects=false"
        + "&connectionsPerRoute=20&sslContextParameters=%23" + tls + "&connectTimeout=" + connection.connectTimeout().toMillis()
        + "&connectionRequestTimeout=" + connection.connectTimeout().toMillis() + "&responseTimeout="
        + connection.answerTimeout().toMillis() + "&soTimeout=" + connection.answerTimeout().toMillis(), HttpEndpoint.class);
    endpoint.setHttpClientConfigurer(new BoundedResponses(partner.maxInboundBytes()));
    return endpoint;
  }

  private static SSLContextParameters trusting(Path pem) {
    KeyStoreParameters trusted = new KeyStoreParameters();
    trusted.setKeyStore(TrustedCertificates.of(pem).getStores().getTrustStore());
    TrustManagersParameters managers = new TrustManagersParameters();
    managers.setKeyStore(trusted);
    SSLContextParameters parameters = new SSLContextParameters();
    parameters.setTrustManagers(managers);
    return parameters;
  }
}
