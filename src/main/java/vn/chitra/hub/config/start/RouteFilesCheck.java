package vn.chitra.hub.config.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import vn.chitra.hub.config.RouteLocations;
import vn.chitra.hub.config.camel.RouteSyntax;

/**
 * Own route files ({@code hub.routes}): each must be there, be a YAML list and hold only steps that Camel knows; together they must have
 * every route, template and error handling of the shipped ones. Camel would start silently without any, and end the start late at an
 * unknown step.
 */
final class RouteFilesCheck {

  private static final String NAME = "hub.routes: ";
  private static final String SHIPPED = "classpath:routes/*.camel.yaml";
  /** The kinds of items that a route file holds under an id. */
  private static final List<String> KINDS = List.of("route", "routeTemplate", "templatedRoute", "routeConfiguration");

  private RouteFilesCheck() {}

  /** @param locations as the setting has them: paths, or patterns of Spring */
  static List<String> complaints(String locations) {
    List<String> complaints = new ArrayList<>();
    SortedSet<String> ids = new TreeSet<>();
    try {
      for (String pattern : RouteLocations.patterns(locations).split(",")) {
        complaints.addAll(of(pattern, ids));
      }
      if (complaints.isEmpty() && !locations.strip().equals(SHIPPED)) {
        complaints.addAll(missing(ids));
      }
    } catch (InvalidPathException e) {
      complaints.add(NAME + "sai; cần đường dẫn, ví dụ /etc/chitra-hub/routes");
    }
    return complaints;
  }

  private static List<String> missing(SortedSet<String> ids) {
    SortedSet<String> missing = new TreeSet<>();
    List<String> complaints = of(SHIPPED, missing);
    missing.removeAll(ids);
    return missing.isEmpty() ? complaints : List.of(NAME + "thiếu " + String.join(", ", missing)
        + "; tệp tuyến riêng phải có đủ mọi tuyến, khuôn tuyến và cách xử lý lỗi như thư mục routes của bản cài");
  }

  /** @param ids gets those of the files */
  private static List<String> of(String pattern, Set<String> ids) {
    try {
      List<Resource> files = Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern)).filter(Resource::exists)
          .toList();
      List<String> complaints = new ArrayList<>();
      for (Resource file : files) {
        complaint(file, !pattern.equals(SHIPPED), complaints, ids);
      }
      return !files.isEmpty() ? complaints
          : List.of(NAME + "sai; không có tệp tuyến nào ở đó; cần thư mục, ví dụ /etc/chitra-hub/routes, hoặc mẫu tên tệp");
    } catch (IOException e) {
      return List.of(NAME + "sai; không đọc được tệp tuyến ở đó");
    }
  }

  /** @param own not one of the shipped files, whose steps Camel knows */
  private static void complaint(Resource file, boolean own, List<String> complaints, Set<String> ids) throws IOException {
    try (InputStream in = file.getInputStream()) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (new Yaml(new SafeConstructor(new LoaderOptions())).load(text) instanceof List<?> items) {
        items.forEach(item -> id(item).ifPresent(ids::add));
      } else {
        complaints.add(NAME + file.getFilename() + " dòng 1: phải là một danh sách tuyến");
        return;
      }
      if (own) {
        RouteSyntax.flaw(String.valueOf(file.getFilename()), text).ifPresent(flaw -> complaints.add(NAME + file.getFilename()
            + (flaw.line() > 0 ? " dòng " + flaw.line() : "") + ": Camel không hiểu bước hoặc tham số ở đó (" + flaw.what() + ")"));
      }
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
      complaints.add(NAME + file.getFilename() + " dòng " + (line + 1) + ": không phải YAML hợp lệ");
    } catch (YAMLException e) {
      complaints.add(NAME + file.getFilename() + ": phải là văn bản UTF-8, dạng YAML");
    }
  }

  private static Optional<String> id(Object item) {
    return KINDS.stream().filter(kind -> item instanceof Map<?, ?> keys && keys.get(kind) instanceof Map<?, ?>)
        .map(kind -> (Map<?, ?>) ((Map<?, ?>) item).get(kind)).map(body -> body.get(body.containsKey("id") ? "id" : "routeId"))
        .filter(Objects::nonNull).map(String::valueOf).findFirst();
  }
}
