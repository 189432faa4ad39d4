package vn.chitra.hub.routes.camel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.component.mock.MockComponent;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.RoutePolicySupport;

/**
 * One flow's route file beside the error policies, for a test. Its beans are given by the test; its edges are replaced: timers tick and
 * queues deliver when the test says so and answer when the route has ended, and messages to a partner or to another file's route are
 * caught.
 */
final class RouteSlice implements AutoCloseable {

  private static final List<String> POLLS =
      List.of("payrolls", "batches", "inbox", "results", "reconciliation", "outbox", "recovery", "alerts");

  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final ProducerTemplate send;

  RouteSlice(String flow, Map<String, Object> beans) throws Exception {
    beans.forEach(camel.getRegistry()::bind);
    camel.getRegistry().bind("oneInstance", new RoutePolicySupport() { });
    for (String edge : List.of("timer", "jms", "jms-local")) {
      camel.addComponent(edge, new Edge());
    }
    camel.addComponent("partner-upload", new MockComponent());
    Properties polls = new Properties();
    POLLS.forEach(poll -> polls.setProperty("hub.poll." + poll, "1h"));
    camel.getPropertiesComponent().setInitialProperties(polls);
    for (String file : List.of("error-handling", flow)) {
      String name = file + ".camel.yaml";
      PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(name, Files.readString(Path.of("routes", name))));
    }
    camel.start();
    send = camel.createProducerTemplate();
  }

  /** Makes a route of a template that Java fills in when the hub starts. */
  RouteSlice with(String template, Map<String, Object> parameters) {
    TemplatedRouteBuilder.builder(camel, template).routeId(template + "-one").prefixId("one-").parameters(parameters).add();
    return this;
  }

  /** Catches what goes to an address that another route file consumes, or that stands for a partner. */
  MockEndpoint caught(String uri) throws Exception {
    MockEndpoint mock = camel.getEndpoint("mock:" + uri, MockEndpoint.class);
    if (uri.startsWith("direct:")) {
      camel.addRoutes(new RouteBuilder() {
        @Override
        public void configure() {
          from(uri).to(mock);
        }
      });
      return mock;
    }
    return camel.getEndpoint(uri, MockEndpoint.class);
  }

  /** One tick of a timer. */
  Exchange tick(String timer) {
    return give("timer:" + timer, null);
  }

  /** Gives a message to where a route begins and waits for the end. */
  Exchange give(String uri, Object body) {
    return give(uri, body, Map.of());
  }

  Exchange give(String uri, Object body, Map<String, Object> headers) {
    return send.send(uri, exchange -> {
      exchange.getIn().setBody(body);
      exchange.getIn().setHeaders(new HashMap<>(headers));
    });
  }

  DefaultCamelContext camel() {
    return camel;
  }

  @Override
  public void close() {
    camel.stop();
  }

  /** A queue or timer that a test triggers; its parameters have no effect here. */
  private static final class Edge extends DirectComponent {

    @Override
    protected void validateParameters(String uri, Map<String, Object> parameters, String optionPrefix) {
      // period and delay of a timer
    }
  }
}
