package vn.chitra.hub.config.start;

import java.util.HashMap;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import vn.chitra.hub.config.RouteLocations;

/**
 * Settings of the libraries that follow from the hub's own and cannot be written as a placeholder in {@code application.yaml}. They are
 * defaults: any other source wins. Call it only when the hub's settings are right.
 */
final class DerivedSettings {

  private static final String SOURCE = "derived from the hub's settings";

  private final ConfigurableEnvironment given;
  private final Map<String, Object> derived = new HashMap<>();

  private DerivedSettings(ConfigurableEnvironment given) {
    this.given = given;
  }

  static void add(ConfigurableEnvironment environment) {
    DerivedSettings settings = new DerivedSettings(environment);
    settings.routes();
    environment.getPropertySources().addLast(new MapPropertySource(SOURCE, settings.derived));
  }

  private void routes() {
    derived.put("camel.main.routes-include-pattern", RouteLocations.patterns(given.getRequiredProperty("hub.routes")));
  }
}
