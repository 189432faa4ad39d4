package vn.chitra.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console's two languages: the same keys, the same values in them, and no text anywhere else. */
class MessagesTests {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path TEMPLATES = RESOURCES.resolve("console");
  private static final List<Path> SOURCES = List.of(Path.of("src/main/java/vn/chitra/hub/console"),
      Path.of("src/main/java/vn/chitra/hub/operations/query"));
  private static final Pattern VIETNAMESE = Pattern.compile("[\\u00C0-\\u01B0\\u1EA0-\\u1EF9]");
  private static final Pattern TAG = Pattern.compile("<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>");
  private static final Pattern READ_ALOUD = Pattern.compile("[ \n](?:aria-label|title|alt|placeholder)=\"[^\"]*\\p{L}[^\"]*\"");
  private static final Pattern EXPRESSION = Pattern.compile("th:(?!class)[a-z]+=\"([^\"]*)\"");
  private static final Pattern LITERAL = Pattern.compile("'([^']*\\p{L} [^']*|[^']* \\p{L}[^']*)'");
  private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z0-9.]+)");
  /** Keys whose last part is a code that the program puts in. */
  private static final List<String> BY_CODE = List.of("effect.", "event.", "health.good.", "health.look.", "health.of.", "health.state.", "open.", "role.", "month.col.");

  static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.list(TEMPLATES)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }

  @ParameterizedTest
  @CsvSource({"console/messages, console/messages_en", "settlement-report/words, settlement-report/words_en"})
  void bothLanguagesHaveTheSameKeys(String vietnamese, String english) throws IOException {
    assertThat(read(english).keySet()).isEqualTo(read(vietnamese).keySet());
  }

  @Test
  void bothLanguagesPutTheSameValuesIn() throws IOException {
    TreeMap<String, String> english = read("console/messages_en");
    assertThat(read("console/messages")).allSatisfy((key, text) ->
        assertThat(values(english.get(key))).as(key).isEqualTo(values(text)));
  }

  /** MessageFormat takes a straight apostrophe for a quote and swallows the values behind it. */
  @ParameterizedTest
  @ValueSource(strings = {"console/messages", "console/messages_en"})
  void noTextHoldsAStraightApostropheOrIsEmpty(String file) throws IOException {
    assertThat(read(file)).allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank().doesNotContain("'"));
  }

  @Test
  void englishTextsAreEnglish() throws IOException {
    List<String> named = List.of("product", "page.title", "login.title", "language.vi", "search.how.person");
    assertThat(read("console/messages_en")).allSatisfy((key, text) -> {
      if (!named.contains(key)) {
        assertThat(VIETNAMESE.matcher(text).find()).as(key + ": " + text).isFalse();
      }
    });
  }

  @ParameterizedTest
  @MethodSource("templates")
  void aTemplateHoldsNoTextOfItsOwn(Path template) throws IOException {
    assertThat(textsIn(Files.readString(template))).as(template.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<p>Chưa có</p>", "<p>None</p>", "<p th:text=\"#{a}\">mẫu</p>", "<a aria-label=\"Pages\"></a>",
      "<p th:text=\"'Đề ' + ${one}\"></p>", "<p th:text=\"${one} + ' lines left'\"></p>"})
  void aTextInATemplateIsFound(String template) {
    assertThat(textsIn(template)).isNotEmpty();
  }

  @Test
  void everyKeyOfATemplateExistsAndEveryKeyIsUsed() throws IOException {
    TreeMap<String, String> known = read("console/messages");
    String java = javaSources("");
    List<String> used = new ArrayList<>();
    for (Path template : templates()) {
      KEY.matcher(Files.readString(template)).results().map(found -> found.group(1)).forEach(used::add);
    }
    assertThat(known.keySet()).containsAll(used);
    assertThat(known.keySet().stream().filter(key -> !used.contains(key) && !java.contains("\"" + key + "\"")
        && BY_CODE.stream().noneMatch(key::startsWith))).isEmpty();
  }

  /** Column names of the queries are Vietnamese and are read as keys; the audit trail and workbooks are Vietnamese. Nothing else may be. */
  @Test
  void noPageIsWrittenInJava() throws IOException {
    String keys = "(?:get|getOrDefault|put|compute|remove)\\(\"[^\"]*\"|text\\(row, \"[^\"]*\"|STATE = \"[^\"]*\"";
    String words = "new Word\\((?:\"[^\"]*\"(?:, *)?)+\\)|word\\((?:\"[^\"]*\"(?:, *)?)+\\)";
    String stored = "audit.append\\([^;]*;";
    String patterns = "Pattern.compile\\(\"[^\\n]*|found.group\\([^\\n]*\\n?[^\\n]*";
    String rest = javaSources("DryRunBook.java").replaceAll(keys, "").replaceAll(words, "").replaceAll(stored, "").replaceAll(patterns, "");
    List<String> literals = Pattern.compile("\"[^\"\\n]*\"").matcher(rest).results().map(found -> found.group())
        .filter(literal -> VIETNAMESE.matcher(literal).find()).toList();
    assertThat(literals).isEmpty();
  }

  private static List<String> textsIn(String template) {
    List<String> found = new ArrayList<>();
    TAG.splitAsStream(template).filter(text -> text.matches("(?s).*\\p{L}.*")).map(String::strip).forEach(found::add);
    VIETNAMESE.matcher(template).results().forEach(letter -> found.add(letter.group()));
    READ_ALOUD.matcher(template).results().forEach(attribute -> found.add(attribute.group()));
    EXPRESSION.matcher(template).results().forEach(one -> LITERAL.matcher(one.group(1)).results()
        .forEach(literal -> found.add(literal.group())));
    return found;
  }

  private static int values(String text) {
    return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
  }

  private static String javaSources(String without) throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path folder : SOURCES) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(one -> one.toString().endsWith(".java") && !one.endsWith(without)).sorted().toList()) {
          all.append(Files.readAllLines(file).stream().filter(line -> !line.strip().matches("(/\\*\\*|\\*|//).*"))
              .collect(Collectors.joining("\n"))).append('\n');
        }
      }
    }
    return all.toString();
  }

  private static TreeMap<String, String> read(String name) throws IOException {
    Properties file = new Properties();
    try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(name + ".properties"))) {
      file.load(reader);
    }
    TreeMap<String, String> texts = new TreeMap<>();
    file.stringPropertyNames().forEach(key -> texts.put(key, file.getProperty(key)));
    return texts;
  }
}
