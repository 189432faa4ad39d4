package vn.chitra.hub.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every file under one folder of routes, with what they may refer to.
 *
 * @param beans what Spring knows by name
 * @param settings text of a placeholder's key, or the key itself in braces where there is no such setting
 */
record RouteCatalogue(List<RouteFile> files, NamedBeans beans, UnaryOperator<String> settings) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([^{}:]+)(?::([^{}]*))?}}");

  static RouteCatalogue of(Path folder, NamedBeans beans, UnaryOperator<String> settings) throws IOException {
    List<RouteFile> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
          files.add(RouteFile.read(path));
        }
      }
    }
    return new RouteCatalogue(List.copyOf(files), beans, settings);
  }

  List<RouteFile.Item> items(String kind) {
    return files.stream().flatMap(file -> file.items().stream()).filter(item -> item.kind().equals(kind)).toList();
  }

  Stream<RouteFile.Scalar> scalars() {
    return files.stream().flatMap(RouteFile::scalars);
  }

  /** With every placeholder replaced by its setting, or its default where there is none. */
  String resolved(String text) {
    return PLACEHOLDER.matcher(text).replaceAll(found -> {
      String setting = settings.apply(found.group(1));
      boolean unknown = setting.startsWith("{{");
      return Matcher.quoteReplacement(unknown && found.group(2) != null ? found.group(2) : setting);
    });
  }

  /** The address that a scalar is, in the short form {@code scheme:path}; empty when it is none. */
  String address(RouteFile.Scalar scalar) {
    String text = resolved(scalar.text()).strip();
    if (scalar.key().equals("uri") && text.equals("direct")) {
      return "direct:" + resolved(scalar.parent().path("parameters").path("name").asText());
    }
    return text.matches("[a-z][a-z0-9+-]*:.*") ? text : "";
  }
}
