package vn.chitra.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.payout.PaymentState;
import vn.chitra.hub.payout.PaymentTransitions;
import vn.chitra.hub.payout.PaymentTransitions.Transition;
import vn.chitra.hub.payout.ReportedState;

/** Money rules, glossary and the page of the welfare database agree with code and schema. */
class ReferenceDocumentsTests {

  private static final Path MONEY_RULES = Path.of("docs/money-rules.md");
  private static final Path WELFARE = Path.of("docs/contracts/welfare-database.md");
  private static final Path SCHEMA = Path.of("src/test/resources/welfare-db/schema.sql");
  private static final Path GUEST = Path.of("src/test/resources/welfare-db/guest.sql");
  private static final Pattern TRANSITION = Pattern.compile("(?m)^\\| [A-Z_]+ \\| [A-Z]+ \\| ([A-Z_]+|–) \\| ([A-Z_]+|–) \\| [A-Z]+ \\|$");
  private static final Pattern CLASS = Pattern.compile("`((?:[a-z]+\\.)+[A-Z][A-Za-z]+)`");
  private static final Pattern NAME_IN_SQL = Pattern.compile("`([a-z]+(?:_[a-z]+)+)`");
  private static final Pattern TABLE = Pattern.compile("(?s)CREATE TABLE welfare\\.(\\w+) \\((.*?)\\n\\);");
  private static final Pattern COLUMN =
      Pattern.compile("(?m)(?:^|,) *([a-z_]+) +(?:varchar|char|text|date|boolean|integer|bigint|timestamptz)\\b");

  @Test
  void theTransitionsOfAPaymentAreThoseOfTheCode() throws IOException {
    assertThat(TRANSITION.matcher(Files.readString(MONEY_RULES)).results().map(row -> row.group()))
        .containsExactlyInAnyOrderElementsOf(transitions());
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/money-rules.md", "docs/glossary.md", "docs/contracts/common.md"})
  void everyClassThatIsNamedExists(String page) throws IOException {
    List<String> named = CLASS.matcher(Files.readString(Path.of(page))).results().map(name -> name.group(1)).toList();

    assertThat(named).isNotEmpty();
    assertThat(named).filteredOn(name -> !Files.exists(Path.of("src/main/java/vn/chitra/hub", name.replace('.', '/') + ".java"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/money-rules.md", "docs/glossary.md"})
  void everyConstraintTableAndColumnThatIsNamedExists(String page) throws IOException {
    String known = all(Path.of("src/main/resources/db/migration")) + all(Path.of("mappings/welfare-db")) + Files.readString(SCHEMA);

    List<String> named = NAME_IN_SQL.matcher(Files.readString(Path.of(page))).results().map(name -> name.group(1)).distinct().toList();

    assertThat(named).isNotEmpty();
    assertThat(named).filteredOn(name -> !Pattern.compile("\\b" + name + "\\b").matcher(known).find()).isEmpty();
  }

  @Test
  void everyTableAndColumnOfTheWelfareDatabaseStandsOnItsPage() throws IOException {
    String page = Files.readString(WELFARE);
    List<String> missing = new ArrayList<>();
    var tables = TABLE.matcher(Files.readString(SCHEMA).replaceAll("--[^\\n]*", ""));
    int found = 0;
    while (tables.find()) {
      String section = section(page, tables.group(1));
      COLUMN.matcher(tables.group(2)).results().map(column -> column.group(1)).filter(column -> !section.contains("`" + column + "`"))
          .forEach(column -> missing.add(column));
      found++;
    }
    assertThat(missing).isEmpty();
    assertThat(found).isEqualTo((int) Pattern.compile("CREATE TABLE").matcher(Files.readString(SCHEMA)).results().count());
  }

  @Test
  void theGrantsNameTheTablesThatTheProvinceLetsTheHubWrite() throws IOException {
    String written = Files.readString(GUEST).replaceAll("(?s).*GRANT INSERT, UPDATE ON (.*?) TO .*", "$1").replaceAll("\\s+", " ");

    assertThat(Files.readString(WELFARE).replaceAll("\\s+", " ")).contains("GRANT SELECT, INSERT, UPDATE ON " + written + " TO hub_guest;");
  }

  private static List<String> transitions() {
    List<String> rows = new ArrayList<>();
    for (PaymentState from : PaymentState.values()) {
      for (ReportedState status : ReportedState.values()) {
        Optional<Transition> found = PaymentTransitions.of(from, status);
        found.ifPresent(one -> rows.add("| %s | %s | %s | %s | %s |".formatted(from, status, orDash(one.to()), orDash(one.toWhenTaken()),
            one.concern())));
      }
    }
    return rows;
  }

  private static String orDash(@Nullable PaymentState state) {
    return state == null ? "–" : state.name();
  }

  private static String section(String page, String table) {
    int from = page.indexOf("### " + table + "\n");
    assertThat(from).as("heading of %s", table).isNotNegative();
    int to = page.indexOf("\n##", from + 3);
    return page.substring(from, to < 0 ? page.length() : to);
  }

  private static String all(Path folder) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }
}
