package vn.chitra.hub.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One file of {@code routes/}, read without Camel.
 *
 * @param lines that are not blank
 * @param notes lines with a {@code #} comment, which an editor of diagrams drops
 * @param root missing when the file is no YAML
 */
record RouteFile(String name, long lines, List<String> notes, JsonNode root) {

  static final String SUFFIX = ".camel.yaml";

  private static final Pattern NOTE = Pattern.compile("(^|\\s)#(\\s|$)");
  private static final ObjectMapper YAML =
      new ObjectMapper(YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  /**
   * A definition in the file: {@code route}, {@code routeConfiguration}, {@code routeTemplate}, {@code templatedRoute} or another
   * definition.
   */
  record Item(RouteFile file, String kind, JsonNode body) {

    String id() {
      return body.path(kind.equals("templatedRoute") ? "routeId" : "id").asText();
    }

    @Override
    public String toString() {
      return file.name + ": " + kind + " '" + id() + "'";
    }
  }

  /** A scalar and the keys that lead to it (numbers in lists); siblings are found through {@code parent}. */
  record Scalar(RouteFile file, List<String> keys, JsonNode parent, String text) {

    String key() {
      return keys.get(keys.size() - 1);
    }

    /** Whether the last keys are these. */
    boolean endsWith(String... last) {
      return keys.size() >= last.length && keys.subList(keys.size() - last.length, keys.size()).equals(List.of(last));
    }

    @Override
    public String toString() {
      return file.name + ": " + String.join(".", keys) + " = " + text;
    }
  }

  static RouteFile read(Path path) throws IOException {
    String text = Files.readString(path);
    return new RouteFile(path.getFileName().toString(), text.lines().filter(Predicate.not(String::isBlank)).count(),
        text.lines().filter(line -> NOTE.matcher(line).find()).map(String::strip).toList(), parse(text));
  }

  private static JsonNode parse(String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** Name without the suffix; the whole name where it has another. */
  String flow() {
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  List<Item> items() {
    List<Item> items = new ArrayList<>();
    if (root.isArray()) {
      root.forEach(one -> one.fields().forEachRemaining(field -> items.add(new Item(this, field.getKey(), field.getValue()))));
    }
    return items;
  }

  /** Every step of every route, in the order in which they stand, as {@code step name → its body}. */
  Stream<Map.Entry<String, JsonNode>> steps() {
    return root.findValues("steps").stream().flatMap(list -> deep(list).stream());
  }

  /** The list's own steps and those in lists below, for {@code findValues} does not look into what it found. */
  private static List<Map.Entry<String, JsonNode>> deep(JsonNode list) {
    List<Map.Entry<String, JsonNode>> found = new ArrayList<>();
    list.forEach(step -> step.fields().forEachRemaining(field -> {
      found.add(Map.entry(field.getKey(), field.getValue()));
      field.getValue().findValues("steps").forEach(below -> found.addAll(deep(below)));
    }));
    return found;
  }

  Stream<Scalar> scalars() {
    List<Scalar> found = new ArrayList<>();
    collect(root, root, List.of(), found);
    return found.stream();
  }

  private void collect(JsonNode node, JsonNode parent, List<String> keys, List<Scalar> found) {
    if (node.isObject()) {
      node.fields().forEachRemaining(field -> collect(field.getValue(), node, plus(keys, field.getKey()), found));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(node.get(i), node, plus(keys, Integer.toString(i)), found);
      }
    } else if (node.isValueNode()) {
      found.add(new Scalar(this, keys, parent, node.asText()));
    }
  }

  private static List<String> plus(List<String> keys, String key) {
    return Stream.concat(keys.stream(), Stream.of(key)).toList();
  }
}
