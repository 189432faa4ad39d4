package vn.chitra.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents, code, routes and mappings refer only to pages, headings, contract sections and money rules that exist. */
class DocumentReferencesTests {

  private static final Path CONTRACTS = Path.of("docs/contracts");
  private static final String SIGN = "\u00a7";
  private static final Pattern SECTION = Pattern.compile(SIGN + "\\s?(\\d+(?:\\.\\d+)*)");
  private static final Pattern NUMBERED = Pattern.compile(SIGN + "?(\\d+(?:\\.\\d+)*) .*");
  private static final String RULE_WORD = "money rule ";
  private static final Pattern RULE = Pattern.compile(RULE_WORD + "(\\d+)");
  private static final Pattern TEXT = Pattern.compile(".*\\.(java|sql|ya?ml|csv|md|properties|html|txt)");
  private static final List<Path> TREES = List.of(Path.of("src/main"), Path.of("src/test/java"), Path.of("src/simulator/java"),
      Path.of("docs"), Path.of("routes"), Path.of("mappings"));

  @Test
  void everyLinkInADocumentResolves() throws IOException {
    List<String> broken = new ArrayList<>();
    for (MarkdownPage page : MarkdownPage.all()) {
      broken.addAll(page.brokenLinks());
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyContractSectionAndMoneyRuleThatIsNamedExists() throws IOException {
    List<String> sections = sections();
    List<String> rules = rules();
    List<String> missing = new ArrayList<>();
    for (Path tree : TREES) {
      try (Stream<Path> files = Files.walk(tree)) {
        for (Path file : files.filter(Files::isRegularFile).filter(path -> TEXT.matcher(path.toString()).matches()).toList()) {
          String text = Files.readString(file);
          missing.addAll(missing(file, text, SECTION, sections, SIGN));
          missing.addAll(missing(file, text, RULE, rules, RULE_WORD));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void aContractSectionHasOnePlaceAndItsPagesNumber() throws IOException {
    assertThat(sections()).doesNotHaveDuplicates().contains("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    for (MarkdownPage page : contracts()) {
      List<String> numbers = numbers(page);
      assertThat(numbers).as("%s", page.path()).isNotEmpty().allMatch(number -> number.equals(numbers.get(0))
          || number.startsWith(numbers.get(0) + "."));
      assertThat(Files.readString(CONTRACTS.resolve("README.md")))
          .contains("| " + SIGN + numbers.get(0) + " | [" + page.path().getFileName() + "](");
    }
  }

  @Test
  void aBrokenReferenceIsFound() throws IOException {
    Path page = Path.of("docs/planted.md");
    assertThat(new MarkdownPage(page, "# Here\n[a](#here) [b](glossary.md#glossary) [c](https://example.org/x#y)\n").brokenLinks())
        .isEmpty();
    assertThat(new MarkdownPage(page, "[a](gone.md) [b](glossary.md#gone) [c](#gone) [d](adr#gone) `[e](code.md)`\n").brokenLinks())
        .containsExactly("docs/planted.md → gone.md", "docs/planted.md → glossary.md#gone", "docs/planted.md → #gone",
            "docs/planted.md → adr#gone");
    assertThat(missing(page, "contract " + SIGN + "1.1 and contract " + SIGN + "1.99.", SECTION, sections(), SIGN))
        .containsExactly("docs/planted.md names " + SIGN + "1.99");
    assertThat(missing(page, RULE_WORD + "11, " + RULE_WORD + "13", RULE, rules(), RULE_WORD))
        .containsExactly("docs/planted.md names " + RULE_WORD + "13");
  }

  private static List<String> missing(Path file, String text, Pattern reference, List<String> known, String word) {
    List<String> missing = new ArrayList<>();
    Matcher named = reference.matcher(text);
    while (named.find()) {
      if (!known.contains(named.group(1))) {
        missing.add(file + " names " + word + named.group(1));
      }
    }
    return missing;
  }

  private static List<MarkdownPage> contracts() throws IOException {
    return MarkdownPage.all().stream().filter(page -> page.path().startsWith(CONTRACTS) && !page.path().endsWith("README.md")).toList();
  }

  private static List<String> sections() throws IOException {
    return contracts().stream().flatMap(page -> numbers(page).stream()).toList();
  }

  private static List<String> numbers(MarkdownPage page) {
    return page.headings().stream().map(NUMBERED::matcher).filter(Matcher::matches).map(heading -> heading.group(1)).toList();
  }

  private static List<String> rules() throws IOException {
    return MarkdownPage.read(Path.of("docs/money-rules.md")).headings().stream().filter(heading -> heading.startsWith("Rule "))
        .map(heading -> heading.replaceAll("Rule (\\d+): .*", "$1")).toList();
  }
}
