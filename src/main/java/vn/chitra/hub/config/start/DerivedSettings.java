package vn.chitra.hub.config.start;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import vn.chitra.hub.config.RouteLocations;

/**
 * Settings of the libraries that follow from the hub's own and cannot be written as a placeholder in {@code application.yaml}. They are
 * defaults: any other source wins. Call it only when the hub's settings are right.
 */
final class DerivedSettings {

  /** Name of their source; only a hub whose settings are right has it. */
  static final String SOURCE = "derived from the hub's settings";
  /** Name of the SSL bundle of the console. */
  private static final String BUNDLE = "console";
  private static final String PEM = "spring.ssl.bundle.pem." + BUNDLE + ".";

  private final ConfigurableEnvironment given;
  private final Map<String, Object> derived = new HashMap<>();

  private DerivedSettings(ConfigurableEnvironment given) {
    this.given = given;
  }

  static void add(ConfigurableEnvironment environment) {
    DerivedSettings settings = new DerivedSettings(environment);
    settings.routes();
    settings.certificate();
    settings.trustedProxies();
    environment.getPropertySources().addLast(new MapPropertySource(SOURCE, settings.derived));
  }

  private void routes() {
    derived.put("camel.main.routes-include-pattern", RouteLocations.patterns(given.getRequiredProperty("hub.routes")));
  }

  /** TLS of the hub itself; a renewed file is read without a restart. */
  private void certificate() {
    String certificate = given.getProperty("hub.console.certificate", "");
    if (!certificate.isEmpty()) {
      derived.put(PEM + "keystore.certificate", "file:" + certificate);
      derived.put(PEM + "keystore.private-key", "file:" + given.getRequiredProperty("hub.console.private-key"));
      String password = given.getProperty("hub.console.private-key-password", "");
      if (!password.isEmpty()) {
        derived.put(PEM + "keystore.private-key-password", password);
      }
      derived.put(PEM + "reload-on-update", "true");
      derived.put("server.ssl.bundle", BUNDLE);
    }
  }

  /** Tomcat takes the caller's address and scheme from the headers of these addresses, of no others; without them from no one. */
  private void trustedProxies() {
    List<String> proxies = Binder.get(given).bind("hub.console.trusted-proxies", Bindable.listOf(String.class)).orElseGet(List::of);
    if (proxies.isEmpty()) {
      derived.put("server.forward-headers-strategy", "none");
    } else {
      derived.put("server.forward-headers-strategy", "native");
      derived.put("server.tomcat.remoteip.internal-proxies",
          proxies.stream().map(DerivedSettings::asTomcatWritesIt).map(Pattern::quote).collect(Collectors.joining("|")));
    }
  }

  private static String asTomcatWritesIt(String address) {
    try {
      return InetAddress.getByName(address.strip()).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address that was checked before", e);
    }
  }
}
