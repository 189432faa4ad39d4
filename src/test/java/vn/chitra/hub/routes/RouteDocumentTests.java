package vn.chitra.hub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code docs/routes.md} names only routes, steps, queues and {@code direct:} names that exist, and names every route and link. */
final class RouteDocumentTests {

  private static final Path PAGE = Path.of("docs/routes.md");
  private static final Pattern PICTURE = Pattern.compile("(?s)```mermaid\\n(.*?)```");
  /** In the text routes, steps and policies stand in backticks; in the picture every word with a hyphen is a route. */
  private static final Pattern QUOTED = Pattern.compile("`([a-z]+(?:-[a-z]+)+)`");
  private static final Pattern DRAWN = Pattern.compile("(?<![a-z.:-])([a-z]+(?:-[a-z]+)+)(?![a-z.:-])");
  private static final Pattern QUEUE = Pattern.compile("(?<![a-z.-])(hub\\.[a-z-]+\\.(?:plan|release|send|file))(?![a-z.-])");
  private static final Pattern DIRECT = Pattern.compile("direct:([a-z-]+(?:\\{[a-z]+})?)");
  /** Words with a hyphen in backticks that are no part of a route: settings of a partner's profile. */
  private static final Set<String> OTHERS = Set.of("send-at", "banking-days-only");

  private RouteCatalogue catalogue;

  @BeforeEach
  void read() throws IOException {
    catalogue = RouteCatalogue.of(Path.of("routes"), NamedBeans.among(Set.of()), key -> "{{" + key + "}}");
  }

  @Test
  void everyRouteStepAndPolicyThatThePageNamesExists() throws IOException {
    assertThat(unknownNames(Files.readString(PAGE))).isEmpty();
  }

  @Test
  void everyQueueAndDirectNameOfThePageExists() throws IOException {
    assertThat(unknownLinks(Files.readString(PAGE))).isEmpty();
  }

  @Test
  void everyRouteQueueAndDirectNameStandsOnThePage() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(routes()).isSubsetOf(quoted(page));
    assertThat(queues()).isSubsetOf(found(QUEUE, page));
    assertThat(directs()).isSubsetOf(found(DIRECT, page));
  }

  @Test
  void aWrongNameIsFound() {
    assertThat(unknownNames("`payout-plan-payrol` `payout-plan-payroll` `send-at`\n```mermaid\nA[payout-plan] --> B[apply-file]\n```\n"))
        .containsExactlyInAnyOrder("payout-plan-payrol", "payout-plan", "apply-file");
    assertThat(unknownLinks("`direct:batch-built` `jms:queue:hub.confirmation.file` `direct:batch-build` hub.payout.plan"))
        .containsExactlyInAnyOrder("batch-built", "hub.confirmation.file");
  }

  private Set<String> unknownNames(String page) {
    Set<String> unknown = quoted(page);
    unknown.removeAll(OTHERS);
    unknown.removeAll(catalogue.files().stream().flatMap(RouteFile::steps).map(step -> step.getValue().path("id").asText())
        .collect(Collectors.toSet()));
    PICTURE.matcher(page).results().map(picture -> picture.group(1)).forEach(picture -> unknown.addAll(found(DRAWN, picture)));
    unknown.removeAll(catalogue.files().stream().flatMap(file -> file.items().stream()).map(RouteFile.Item::id)
        .collect(Collectors.toSet()));
    return unknown;
  }

  private Set<String> unknownLinks(String page) {
    Set<String> unknown = found(QUEUE, page);
    unknown.removeAll(queues());
    Set<String> names = found(DIRECT, page);
    names.removeAll(directs());
    unknown.addAll(names);
    return unknown;
  }

  private static Set<String> quoted(String page) {
    return found(QUOTED, PICTURE.matcher(page).replaceAll(""));
  }

  /** Routes that run, and templates that Java fills in. */
  private Set<String> routes() {
    Set<String> filled = catalogue.items("templatedRoute").stream().map(made -> made.body().path("routeTemplateRef").asText())
        .collect(Collectors.toSet());
    return Stream.of("route", "templatedRoute", "routeTemplate").flatMap(kind -> catalogue.items(kind).stream())
        .map(RouteFile.Item::id).filter(id -> !filled.contains(id)).collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> queues() {
    return Stream.concat(catalogue.scalars().filter(one -> one.endsWith("from", "uri")).map(RouteFile.Scalar::text),
        catalogue.items("templatedRoute").stream().flatMap(made -> values(made.body()))).flatMap(text -> found(QUEUE, text).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> values(JsonNode templated) {
    return templated.path("parameters").findValuesAsText("value").stream();
  }

  /** A template's own parameter is {@code {partner}} on the page. */
  private Set<String> directs() {
    return catalogue.scalars().filter(one -> one.endsWith("from", "uri")).map(RouteFile.Scalar::text)
        .filter(text -> text.startsWith("direct:")).map(text -> text.substring("direct:".length()).replace("{{lane}}", "{partner}"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult one) -> one.group(1)).collect(Collectors.toCollection(TreeSet::new));
  }
}
