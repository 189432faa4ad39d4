package vn.chitra.hub.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;
import org.springframework.stereotype.Component;
import vn.chitra.hub.partner.PartnerKind;

/**
 * The faults with which Camel starts silently (an unknown {@code routeConfigurationId}, a {@code direct:} without consumer, a file that is
 * no list, a route without id), and the forbidden contents of a route file. A sound catalogue keeps every rule; each break of it trips its
 * own.
 */
final class RouteCatalogueTests {

  private static final Path ROUTES = Path.of("routes");
  private static final Path SOUND = Path.of("src/test/resources/routes-sound");
  private static final NamedBeans HUB_BEANS = NamedBeans.in("vn.chitra.hub");
  private static final NamedBeans PLANTED_BEANS =
      NamedBeans.among(new ClassFileImporter().importClasses(Letters.class, TellerOfDeadMessages.class));

  @Test
  void thereAreRoutes() throws IOException {
    assertThat(hub().items("route")).isNotEmpty();
    assertThat(hub().items("routeConfiguration")).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theHubsRoutesKeepTheRule(RouteRule rule) throws IOException {
    assertThat(rule.complaints(hub())).isEmpty();
  }

  /** A kind that no gathering route names is never paid; one that two name is gathered twice. */
  @ParameterizedTest
  @EnumSource
  void everyKindOfPartnerIsGatheredByOneRoute(PartnerKind kind) throws IOException {
    List<String> ways = new ArrayList<>();
    for (RouteFile.Item route : hub().items("templatedRoute")) {
      String way = route.body().path("routeId").asText();
      for (JsonNode parameter : route.body().path("parameters")) {
        if (parameter.path("name").asText().equals("kinds")
            && List.of(parameter.path("value").asText().split(",")).contains(kind.name())) {
          ways.add(way);
        }
      }
    }
    assertThat(ways).as("routes that gather payments to partners of kind " + kind).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void theSoundRoutesKeepTheRule(RouteRule rule) throws IOException {
    assertThat(rule.complaints(planted(SOUND))).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}: {2} → {3}")
  @MethodSource("breaks")
  void aBreakTripsItsOwnRuleOnly(RouteRule rule, String file, String sound, String broken, @TempDir Path folder) throws IOException {
    copySound(folder);
    String text = Files.readString(folder.resolve(file));
    assertThat(text).as("what to break").contains(sound);
    Files.writeString(folder.resolve(file), text.replace(sound, broken));

    RouteCatalogue catalogue = planted(folder);
    Set<RouteRule> tripped = Arrays.stream(RouteRule.values()).filter(one -> !one.complaints(catalogue).isEmpty())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(RouteRule.class)));

    assertThat(tripped).containsExactly(rule);
    assertThat(rule.complaints(catalogue)).allSatisfy(complaint -> assertThat(complaint).contains(file.replace(".camel.yaml", "")));
  }

  static Stream<Arguments> breaks() {
    String in = "letters-in.camel.yaml";
    String readings = "readings.camel.yaml";
    String errors = "error-handling.camel.yaml";
    return Stream.of(
        arguments(RouteRule.ONLY_KNOWN_DEFINITIONS, errors, "- routeConfiguration:\n    id: transacted",
            "- onException:\n    exception: [java.lang.Exception]\n- routeConfiguration:\n    id: transacted"),
        arguments(RouteRule.ONLY_KNOWN_DEFINITIONS, errors, "- routeConfiguration:\n    id: transacted",
            "- from:\n    uri: timer:bare\n- routeConfiguration:\n    id: transacted"),
        arguments(RouteRule.FILE_NAME_IS_THE_FLOW, in, "id: letters-in-poll", "id: poll-letters"),
        arguments(RouteRule.FILE_NAME_IS_THE_FLOW, in, "id: letters-in-poll", "id: letters-inpoll"),
        arguments(RouteRule.FILE_NAME_IS_THE_FLOW, readings, "id: readings-take", "id: take"),
        arguments(RouteRule.A_DIRECT_NAME_BEGINS_WITH_THE_FLOW, readings, "direct:readings-{{partner}}", "direct:shelf-{{partner}}"),
        arguments(RouteRule.EVERY_ID_IS_THERE_AND_UNIQUE, in, "    id: letters-in-poll\n", ""),
        arguments(RouteRule.EVERY_ID_IS_THERE_AND_UNIQUE, in, "id: letters-in-poll", "id: letters-in-archive"),
        arguments(RouteRule.EVERY_ID_IS_THERE_AND_UNIQUE, errors, "- routeConfiguration:\n    id: transacted",
            "- routeConfiguration:\n    description: For every route of every file.\n- routeConfiguration:\n    id: transacted"),
        arguments(RouteRule.EVERY_DESCRIPTION_IS_THERE, readings, "    description: Takes a letter and reads it.\n", ""),
        arguments(RouteRule.EVERY_DESCRIPTION_IS_THERE, readings, "    description: One shelf a partner.\n", ""),
        arguments(RouteRule.EVERY_ROUTE_NAMES_AN_ERROR_POLICY, in, "    routeConfigurationId: outbound\n", ""),
        arguments(RouteRule.EVERY_ROUTE_NAMES_AN_ERROR_POLICY, in, "routeConfigurationId: outbound", "routeConfigurationId: outbond"),
        arguments(RouteRule.EVERY_ROUTE_NAMES_AN_ERROR_POLICY, readings, "      routeConfigurationId: outbound\n", ""),
        arguments(RouteRule.ERROR_POLICIES_STAND_IN_ONE_FILE, readings, "- routeTemplate:",
            "- routeConfiguration:\n    id: other\n    description: Somewhere else.\n- routeTemplate:"),
        arguments(RouteRule.A_DIRECT_TARGET_HAS_A_CONSUMER, in, "            uri: direct:letters-in-archive\n      ",
            "            uri: direct:letters-in-archiv\n      "),
        arguments(RouteRule.A_DIRECT_TARGET_HAS_A_CONSUMER, in, "                            uri: direct:letters-in-archive",
            "                            uri: direct:letters-in-archiv"),
        arguments(RouteRule.A_DIRECT_TARGET_HAS_A_CONSUMER, in, "name: letters-in-archive", "name: letters-in-archiv"),
        arguments(RouteRule.A_DIRECT_TARGET_HAS_A_CONSUMER, in, "hub.letters.next:direct:readings", "hub.letters.next:direct:reading"),
        arguments(RouteRule.A_DIRECT_TARGET_HAS_A_CONSUMER, in, "{{hub.letters.next:direct:readings}}", "direct:{{hub.letters.next}}"),
        arguments(RouteRule.TEN_TO_EIGHTY_LINES, in, "description: Any other letter.",
            "description: >-\n" + "                            Any other letter.\n".repeat(80)),
        arguments(RouteRule.EVERY_STEP_HAS_AN_ID_AND_A_DESCRIPTION, readings, "            description: Reads the letter.\n", ""),
        arguments(RouteRule.EVERY_STEP_HAS_AN_ID_AND_A_DESCRIPTION, readings, "              id: put\n", ""),
        arguments(RouteRule.EVERY_STEP_HAS_AN_ID_AND_A_DESCRIPTION, in, "                            id: to-archive\n", ""),
        arguments(RouteRule.EVERY_STEPS_ID_IS_UNIQUE, in, "id: to-archive-too", "id: to-archive"),
        arguments(RouteRule.EVERY_STEPS_ID_IS_UNIQUE, in, "id: each-letter", "id: read"),
        arguments(RouteRule.A_TEMPLATED_ROUTE_FITS_ITS_TEMPLATE, readings, "routeTemplateRef: readings-shelf", "routeTemplateRef: shelf"),
        arguments(RouteRule.A_TEMPLATED_ROUTE_FITS_ITS_TEMPLATE, readings, "name: partner\n        value", "name: who\n        value"),
        arguments(RouteRule.A_TEMPLATED_ROUTE_FITS_ITS_TEMPLATE, readings, "    prefixId: bank-\n", ""),
        arguments(RouteRule.FILE_NAME_IS_THE_FLOW, readings, "routeId: readings-shelf-bank", "routeId: shelf-bank"),
        arguments(RouteRule.EVERY_ID_IS_THERE_AND_UNIQUE, readings, "routeId: readings-shelf-bank", "routeId: readings-take"),
        arguments(RouteRule.EXPRESSIONS_STAND_IN_CANONICAL_FORM, in,
            "expression:\n              simple:\n                expression: ${body}", "simple: ${body}"),
        arguments(RouteRule.EXPRESSIONS_STAND_IN_CANONICAL_FORM, in,
            "expression:\n              simple:\n                expression: ${body}", "simple:\n              expression: ${body}"),
        arguments(RouteRule.PARAMETERS_STAND_BESIDE_THE_ADDRESS, in, "uri: timer:letters", "uri: timer:letters?delay=5"),
        arguments(RouteRule.NOTES_ARE_DESCRIPTIONS, in, "      uri: timer:letters", "      # hằng phút\n      uri: timer:letters"),
        arguments(RouteRule.NOTES_ARE_DESCRIPTIONS, readings, "method: read", "method: read   # đọc"),
        arguments(RouteRule.NO_SQL, in, "period: \"{{hub.letters.poll-every:60000}}\"", "period: SELECT name\n          FROM letter"),
        arguments(RouteRule.NO_SQL, in, "uri: timer:letters", "uri: sql:{{hub.letters.query}}"),
        arguments(RouteRule.NO_SCRIPT, in, "simple:\n                expression: ${body}", "groovy:\n                expression: body"),
        arguments(RouteRule.NO_SCRIPT, in, "uri: timer:letters", "uri: language:mvel:letters"),
        arguments(RouteRule.NO_ARITHMETIC, in, "${body.size} > 0", "${body.size} + 1 > 0"),
        arguments(RouteRule.NO_ARITHMETIC, in, "expression: ${body}\n", "expression: ${header.seq}++\n"),
        arguments(RouteRule.NO_ARITHMETIC, in, "expression: ${body}\n", "expression: ${date:now:yyyyMMdd}\n"),
        arguments(RouteRule.NO_COMPUTED_ADDRESS, in, "- to:\n                            uri: direct:letters-in-archive",
            "- toD:\n                            uri: direct:letters-in-archive"),
        arguments(RouteRule.NO_COMPUTED_ADDRESS, readings, "sftp:{{hub.sftp.shelf.host}}", "sftp:${header.host}"),
        arguments(RouteRule.NO_CREDENTIAL, readings, "\"{{hub.sftp.shelf.username}}\"", "chitra"),
        arguments(RouteRule.NO_CREDENTIAL, readings, "hub.sftp.shelf.username", "hub.sftp.shelf.username:chitra"),
        arguments(RouteRule.NO_CREDENTIAL, readings, "sftp:{{hub.sftp.shelf.host}}", "sftp:chitra:bimat@{{hub.sftp.shelf.host}}"),
        arguments(RouteRule.NO_CREDENTIAL, readings, "sftp:{{hub.sftp.shelf.host}}", "sftp:{{hub.sftp.shelf.host}}?password=bimat"),
        arguments(RouteRule.EVERY_BEAN_EXISTS, readings, "ref: letters", "ref: leters"),
        arguments(RouteRule.EVERY_BEAN_EXISTS, readings, "#letters", "#leters"),
        arguments(RouteRule.EVERY_BEAN_EXISTS, in, "bean:letters", "bean:leters"),
        arguments(RouteRule.EVERY_BEAN_EXISTS, in, "ref: PROPAGATION_REQUIRED", "ref: PROPAGATION_NEVER_HEARD_OF"),
        arguments(RouteRule.EVERY_METHOD_EXISTS_ONCE, readings, "method: read", "method: reed"),
        arguments(RouteRule.EVERY_METHOD_EXISTS_ONCE, readings, "method: read", "method: find"),
        arguments(RouteRule.EVERY_METHOD_EXISTS_ONCE, in, "method: keep", "method: hidden"));
  }

  @ParameterizedTest
  @MethodSource("textsThatAreNoList")
  void aFileThatIsNoListOfDefinitionsIsFound(String text, @TempDir Path folder) throws IOException {
    copySound(folder);
    Files.writeString(folder.resolve("notes.camel.yaml"), text);

    assertThat(RouteRule.A_FILE_IS_A_LIST.complaints(planted(folder))).singleElement().asString().startsWith("notes.camel.yaml");
  }

  static Stream<String> textsThatAreNoList() {
    return Stream.of("", "route:\n  id: notes-one\n", "[]\n", "- route\n", "- route: {}\n  from: {}\n", "- route: [unclosed\n",
        "- route:\n    id: notes-one\n    id: notes-two\n");
  }

  @Test
  void aFileOfAnotherFormIsFound(@TempDir Path folder) throws IOException {
    copySound(folder);
    Files.writeString(folder.resolve("Letters.yaml"), "- routeConfiguration: {id: one, description: One.}\n");

    assertThat(RouteRule.FILE_NAME_IS_THE_FLOW.complaints(planted(folder))).singleElement().asString().startsWith("Letters.yaml");
  }

  @Test
  void aShortFileIsFound(@TempDir Path folder) throws IOException {
    copySound(folder);
    Files.writeString(folder.resolve("notes.camel.yaml"),
        "- route: {id: notes-one, description: Ghi chú., routeConfigurationId: outbound}\n");

    assertThat(RouteRule.TEN_TO_EIGHTY_LINES.complaints(planted(folder))).containsExactly("notes.camel.yaml: 1 lines");
  }

  @Test
  void anEmptyFolderHoldsNoRoute(@TempDir Path folder) throws IOException {
    assertThat(planted(folder).items("route")).isEmpty();
    assertThat(planted(folder.resolve("gone")).items("route")).isEmpty();
  }

  private static RouteCatalogue hub() throws IOException {
    return RouteCatalogue.of(ROUTES, HUB_BEANS, settings(Path.of("target/classes/application.yaml")));
  }

  private static RouteCatalogue planted(Path folder) throws IOException {
    return RouteCatalogue.of(folder, PLANTED_BEANS, key -> "{{" + key + "}}");
  }

  /** The settings as packaged; placeholders that stand in no file of ours are given from outside. */
  private static UnaryOperator<String> settings(Path file) {
    YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
    if (Files.exists(file)) {
      yaml.setResources(new FileSystemResource(file));
    }
    Properties known = Optional.ofNullable(yaml.getObject()).orElseGet(Properties::new);
    return key -> Optional.ofNullable(known.getProperty(key)).orElse("{{" + key + "}}");
  }

  private static void copySound(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(SOUND)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  /** The targets of the planted routes; an interface and an abstract class, so that no component scan makes a bean of them. */
  @Component("letters")
  interface Letters {

    void due();

    void keep();

    void read();

    void find(String name);

    void find(long number);
  }

  @Component
  abstract static class TellerOfDeadMessages {

    public abstract void report();
  }
}
