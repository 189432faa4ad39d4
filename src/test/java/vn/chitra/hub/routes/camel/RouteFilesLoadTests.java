package vn.chitra.hub.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Camel understands every word of every route file; nothing is started, so neither bean nor endpoint is needed. */
final class RouteFilesLoadTests {

  private static final Path ROUTES = Path.of("routes");
  private static final Path SOUND = Path.of("src/test/resources/routes-sound");

  static List<Path> files() throws IOException {
    try (Stream<Path> sound = Files.list(SOUND); Stream<Path> hub = Files.exists(ROUTES) ? Files.list(ROUTES) : Stream.empty()) {
      return Stream.concat(sound, hub).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void camelReads(Path file) throws Exception {
    assertThat(definitions(file.toString(), Files.readString(file))).isPositive();
  }

  @Test
  void aWordThatCamelDoesNotKnowIsRefused() throws IOException {
    String broken = Files.readString(SOUND.resolve("readings.camel.yaml")).replace("routeConfigurationId", "routeConfigurationID");

    assertThatThrownBy(() -> definitions("readings.camel.yaml", broken)).hasStackTraceContaining("routeConfigurationID");
  }

  private static int definitions(String name, String text) throws Exception {
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(name, text));
      return camel.getRouteDefinitions().size() + camel.getRouteTemplateDefinitions().size()
          + camel.getRouteConfigurationDefinitions().size();
    }
  }
}
