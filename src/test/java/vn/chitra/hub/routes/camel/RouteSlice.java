package vn.chitra.hub.routes.camel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.seda.SedaComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.RoutePolicySupport;

/**
 * One flow's route file beside the error policies, with its beans given by the test, queues in memory and timers that fire once an hour:
 * what a route does with what its beans answer, in well under a second.
 */
final class RouteSlice implements AutoCloseable {

  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final ProducerTemplate send;

  RouteSlice(String flow, Map<String, Object> beans) throws Exception {
    beans.forEach(camel.getRegistry()::bind);
    camel.getRegistry().bind("oneInstance", new RoutePolicySupport() { });
    camel.addComponent("jms", new SedaComponent());
    camel.addComponent("jms-local", new SedaComponent());
    Properties polls = new Properties();
    for (String poll : List.of("payrolls", "batches", "inbox", "results", "reconciliation", "outbox", "recovery")) {
      polls.setProperty("hub.poll." + poll, "1h");
    }
    camel.getPropertiesComponent().setInitialProperties(polls);
    for (String file : List.of("error-handling", flow)) {
      String name = file + ".camel.yaml";
      PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(name, Files.readString(Path.of("routes", name))));
    }
    camel.setAutoStartup(false);
    camel.start();
    send = camel.createProducerTemplate();
  }

  /** Starts a single route, and those it calls directly. */
  RouteSlice start(String... routeIds) throws Exception {
    for (String route : routeIds) {
      camel.getRouteController().startRoute(route);
    }
    return this;
  }

  /** Gives a message to where the route begins and waits for the end. */
  Exchange give(String uri, Object body) {
    return send.send(uri, exchange -> exchange.getIn().setBody(body));
  }

  @Override
  public void close() {
    camel.stop();
  }
}
