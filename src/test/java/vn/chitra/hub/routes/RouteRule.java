package vn.chitra.hub.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chitra.hub.routes.RouteFile.Item;
import vn.chitra.hub.routes.RouteFile.Scalar;

/** The rules for every route file (docs/routes.md); a rule is a function from the catalogue to its complaints. */
enum RouteRule {

  A_FILE_IS_A_LIST(catalogue -> catalogue.files().stream()
      .filter(file -> !file.root().isArray() || file.root().isEmpty() || !everyItemIsOneDefinition(file))
      .map(file -> file.name() + ": is no list of definitions, one name each")),

  ONLY_KNOWN_DEFINITIONS(catalogue -> items(catalogue)
      .filter(item -> !KnownWords.DEFINITIONS.contains(item.kind()))
      .map(item -> item.file().name() + ": '" + item.kind() + "' at the root")),

  FILE_NAME_IS_THE_FLOW(catalogue -> Stream.concat(
      catalogue.files().stream().filter(file -> !file.name().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*\\.camel\\.yaml"))
          .map(file -> file.name() + ": not of the form <flow>.camel.yaml"),
      items(catalogue).filter(item -> KnownWords.NAMED_BY_FLOW.contains(item.kind())).filter(item -> !item.id().isEmpty())
          .filter(item -> !item.id().matches(Pattern.quote(item.file().flow()) + "-[a-z0-9]+(-[a-z0-9]+)*"))
          .map(item -> item + ": the id is not <flow>-<stage>"))),

  A_DIRECT_NAME_BEGINS_WITH_THE_FLOW(catalogue -> consumers(catalogue)
      .filter(from -> !catalogue.address(from).matches("direct:" + Pattern.quote(from.file().flow()) + "(-.*)?"))
      .map(Scalar::toString)),

  EVERY_ID_IS_THERE_AND_UNIQUE(catalogue -> Stream.concat(
      items(catalogue).filter(item -> KnownWords.DEFINITIONS.contains(item.kind()) && item.id().isBlank())
          .map(item -> item + ": no id"),
      items(catalogue).filter(item -> !item.id().isBlank())
          .collect(Collectors.groupingBy(item -> item.kind().replace("templatedRoute", "route") + " " + item.id(), Collectors.counting()))
          .entrySet().stream()
          .filter(entry -> entry.getValue() > 1).map(entry -> entry.getKey() + ": stands more than once"))),

  EVERY_DESCRIPTION_IS_THERE(catalogue -> items(catalogue)
      .filter(item -> KnownWords.DEFINITIONS.contains(item.kind()))
      .filter(item -> !item.kind().equals("templatedRoute") && item.body().path("description").asText().isBlank())
      .map(item -> item + ": no description")),

  EVERY_STEP_HAS_AN_ID_AND_A_DESCRIPTION(catalogue -> catalogue.files().stream().flatMap(file -> file.steps()
      .filter(step -> step.getValue().path("id").asText().isBlank() || step.getValue().path("description").asText().isBlank())
      .map(step -> file.name() + ": step " + step.getKey() + " '" + step.getValue().path("id").asText() + "'"))),

  EVERY_STEPS_ID_IS_UNIQUE(catalogue -> catalogue.files().stream()
      .flatMap(file -> file.steps().map(step -> Map.entry(step.getValue().path("id").asText(), file.name())))
      .filter(step -> !step.getKey().isBlank())
      .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))).entrySet().stream()
      .filter(same -> same.getValue().size() > 1).map(same -> same.getValue() + ": step '" + same.getKey() + "' more than once")),

  A_TEMPLATED_ROUTE_FITS_ITS_TEMPLATE(catalogue -> catalogue.items("templatedRoute").stream()
      .filter(made -> made.body().path("prefixId").asText().isBlank() || catalogue.items("routeTemplate").stream()
          .filter(template -> template.id().equals(made.body().path("routeTemplateRef").asText()))
          .noneMatch(template -> names(template.body().path("parameters")).equals(names(made.body().path("parameters")))))
      .map(made -> made + ": no such template, other parameters, or no prefix for the ids of its steps")),

  EXPRESSIONS_STAND_IN_CANONICAL_FORM(catalogue -> spoken(catalogue)
      .filter(one -> !one.keys().contains("onException") && !isCanonical(one.keys()))
      .map(Scalar::toString)),

  PARAMETERS_STAND_BESIDE_THE_ADDRESS(catalogue -> spoken(catalogue)
      .filter(one -> one.key().equals("uri") && one.text().contains("?") && !KnownWords.SECRET_IN_ADDRESS.matcher(one.text()).find())
      .map(Scalar::toString)),

  NOTES_ARE_DESCRIPTIONS(catalogue -> catalogue.files().stream()
      .flatMap(file -> file.notes().stream().map(note -> file.name() + ": " + note))),

  EVERY_ROUTE_NAMES_AN_ERROR_POLICY(catalogue -> {
    Set<String> policies = catalogue.items("routeConfiguration").stream().map(Item::id).collect(Collectors.toSet());
    return routesAndTemplates(catalogue)
        .filter(item -> !policies.contains(route(item).path("routeConfigurationId").asText()))
        .map(item -> item + ": no routeConfiguration '" + route(item).path("routeConfigurationId").asText() + "'");
  }),

  ERROR_POLICIES_STAND_IN_ONE_FILE(catalogue -> catalogue.items("routeConfiguration").stream()
      .filter(item -> !item.file().flow().equals("error-handling"))
      .map(item -> item + ": belongs into error-handling" + RouteFile.SUFFIX)),

  A_DIRECT_TARGET_HAS_A_CONSUMER(catalogue -> {
    List<Pattern> consumers = consumers(catalogue).map(catalogue::address).map(RouteRule::namePattern).toList();
    return producers(catalogue).filter(to -> catalogue.address(to).startsWith("direct:"))
        .filter(to -> consumers.stream().noneMatch(from -> from.matcher(directName(catalogue.address(to))).matches()))
        .map(to -> to + ": nobody listens");
  }),

  TEN_TO_EIGHTY_LINES(catalogue -> catalogue.files().stream()
      .filter(file -> file.items().stream().anyMatch(item -> item.kind().equals("route")))
      .filter(file -> file.lines() < 10 || file.lines() > 80)
      .map(file -> file.name() + ": " + file.lines() + " lines")),

  NO_SQL(catalogue -> spoken(catalogue)
      .filter(one -> KnownWords.SQL.matcher(one.text()).find() || KnownWords.SQL_SCHEMES.contains(scheme(catalogue, one)))
      .map(Scalar::toString)),

  NO_SCRIPT(catalogue -> spoken(catalogue)
      .filter(one -> one.keys().stream().anyMatch(KnownWords.SCRIPT_LANGUAGES::contains)
          || KnownWords.SCRIPT_SCHEMES.contains(scheme(catalogue, one)))
      .map(Scalar::toString)),

  NO_ARITHMETIC(catalogue -> spoken(catalogue)
      .filter(one -> one.keys().contains("simple") || one.text().contains("${"))
      .filter(one -> KnownWords.ARITHMETIC.matcher(one.text().replaceAll("'[^']*'|\"[^\"]*\"", "")).find())
      .map(Scalar::toString)),

  NO_COMPUTED_ADDRESS(catalogue -> spoken(catalogue)
      .filter(one -> one.keys().stream().anyMatch(KnownWords.COMPUTING_STEPS::contains)
          || one.key().equals("uri") && one.text().contains("${"))
      .map(Scalar::toString)),

  NO_CREDENTIAL(catalogue -> spoken(catalogue)
      .filter(one -> KnownWords.SECRET_KEY.matcher(one.key()).matches() && !KnownWords.GIVEN_FROM_OUTSIDE.matcher(one.text()).matches()
          || KnownWords.SECRET_IN_ADDRESS.matcher(one.text()).find())
      .map(one -> one.file().name() + ": " + String.join(".", one.keys()))),

  EVERY_BEAN_EXISTS(catalogue -> BeanCall.in(catalogue)
      .filter(call -> !catalogue.beans().has(call.bean()))
      .map(call -> call.where() + ": no bean '" + call.bean() + "'")),

  EVERY_METHOD_EXISTS_ONCE(catalogue -> BeanCall.in(catalogue)
      .filter(call -> !call.method().isEmpty())
      .filter(call -> catalogue.beans().methods(call.bean(), call.method()).filter(count -> count != 1).isPresent())
      .map(call -> call.where() + ": not exactly one public method '" + call.method() + "' on '" + call.bean() + "'"));

  private final Function<RouteCatalogue, Stream<String>> complaints;

  RouteRule(Function<RouteCatalogue, Stream<String>> complaints) {
    this.complaints = complaints;
  }

  /** Sorted, each once; empty = the catalogue keeps the rule. */
  Set<String> complaints(RouteCatalogue catalogue) {
    return complaints.apply(catalogue).collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean everyItemIsOneDefinition(RouteFile file) {
    return Stream.iterate(0, i -> i < file.root().size(), i -> i + 1)
        .allMatch(i -> file.root().get(i).isObject() && file.root().get(i).size() == 1);
  }

  private static Stream<Item> items(RouteCatalogue catalogue) {
    return catalogue.files().stream().flatMap(file -> file.items().stream());
  }

  private static Stream<Item> routesAndTemplates(RouteCatalogue catalogue) {
    return items(catalogue).filter(item -> item.kind().equals("route") || item.kind().equals("routeTemplate"));
  }

  private static Set<String> names(JsonNode parameters) {
    Set<String> names = new TreeSet<>();
    parameters.forEach(parameter -> names.add(parameter.path("name").asText()));
    return names;
  }

  /** {@code expression: <language>: expression: text}, and never {@code <language>: text}. */
  private static boolean isCanonical(List<String> keys) {
    for (int i = 0; i < keys.size(); i++) {
      boolean isParameter = i > 0 && keys.get(i - 1).equals("parameters");
      if (KnownWords.EXPRESSION_LANGUAGES.contains(keys.get(i)) && !isParameter
          && (i == 0 || !keys.get(i - 1).equals("expression") || i == keys.size() - 1)) {
        return false;
      }
    }
    return true;
  }

  private static JsonNode route(Item item) {
    return item.kind().equals("routeTemplate") ? item.body().path("route") : item.body();
  }

  private static Stream<Scalar> consumers(RouteCatalogue catalogue) {
    return catalogue.scalars().filter(one -> one.endsWith("from", "uri")).filter(one -> catalogue.address(one).startsWith("direct:"));
  }

  private static Stream<Scalar> producers(RouteCatalogue catalogue) {
    return spoken(catalogue).filter(one -> !one.endsWith("from", "uri"));
  }

  /** Everything but descriptions and notes, which are for people. */
  private static Stream<Scalar> spoken(RouteCatalogue catalogue) {
    return catalogue.scalars().filter(one -> !one.key().equals("description") && !one.key().equals("note"));
  }

  private static String directName(String address) {
    return address.replaceFirst("^direct:(//)?", "").replaceFirst("\\?.*$", "");
  }

  /** A template's consumer stands for as many names as its parameters have values. */
  private static Pattern namePattern(String consumer) {
    return Pattern.compile(Stream.of(directName(consumer).split("\\{\\{[^{}]*}}", -1))
        .map(Pattern::quote).collect(Collectors.joining(".+")));
  }

  private static String scheme(RouteCatalogue catalogue, Scalar one) {
    String text = one.key().equals("uri") ? catalogue.resolved(one.text()) : catalogue.address(one);
    return text.replaceFirst(":.*$", "");
  }
}
