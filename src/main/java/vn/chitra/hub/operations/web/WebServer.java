package vn.chitra.hub.operations.web;

import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The web server: bounds on its requests, the policy of every response, and a port of its own for health and metrics. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebServer {

  private static final int PROBES = 8;
  private static final int CONNECTIONS_OF_PROBES = 100;
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(5);

  /** After Spring's own, which reads the caller's address from a trusted proxy: the bounds count real addresses. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> bounds(ManagementSettings management) {
    int port = management.port() == null ? 0 : management.port();
    return server -> {
      server.addEngineValves(new ContentPolicy(), new PlainAddresses(), new RequestLimits(port));
      server.addConnectorCustomizers(
          connector -> ((AbstractProtocol<?>) connector.getProtocolHandler()).setMaxThreads(RequestLimits.THREADS));
      if (port > 0) {
        server.addEngineValves(new ManagementPort(port));
        server.addAdditionalTomcatConnectors(probes(management, port));
      }
    };
  }

  private static Connector probes(ManagementSettings management, int port) {
    Http11NioProtocol protocol = new Http11NioProtocol();
    protocol.setAddress(management.address());
    protocol.setMaxThreads(PROBES);
    protocol.setMinSpareThreads(1);
    protocol.setMaxConnections(CONNECTIONS_OF_PROBES);
    protocol.setConnectionTimeout(Math.toIntExact(PROBE_TIMEOUT.toMillis()));
    Connector connector = new Connector(protocol);
    connector.setPort(port);
    connector.setXpoweredBy(false);
    return connector;
  }
}
