package vn.chitra.hub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One term per thing (docs/glossary.md): identifiers carry none of the words that the glossary replaced. Comments and texts are free. */
class RetiredWordsTests {

  private static final Set<String> WORDS = Set.of("leg", "legs", "fact", "facts", "said", "verdict", "verdicts", "answer", "answers",
      "reading",
      "misread", "seal", "seals", "sealing", "sealings", "shelf", "deed", "deeds", "sight", "act", "acts", "standing", "standings",
          "standstill",
      "consignment", "bring", "brings", "brought", "ask", "asks", "asked", "tell", "tells", "told", "house", "room", "rooms", "floor",
          "floors",
      "blow", "blows", "tongue", "tongues", "lives", "sweep", "uncertain", "rubbish", "stranger");

  /** Words that are retired side by side only. */
  private static final Set<String> PAIRS = Set.of("look again", "know again", "put back", "enter alone", "cause gone", "made good");

  /** Names of settings and case kinds that stay, a method of the JDK, and where a person lives. */
  private static final Set<String> STAYS = Set.of("answer-within", "answerWithin", "answer_due_on", "answerDueOn", "ANSWER_OVERDUE",
      "answerTimeout",
      "answer-timeout", "answer-overdue", "commune-answer", "post-office-answer", "ask-every", "askEvery", "ask-returns-every",
          "askReturnsEvery",
      "ask-again-after", "askAgainAfter", "floorEntry", "livesIn", "STRANGER", "stranger", "AsksTheWallClock");

  private static final Pattern NOT_CODE = Pattern.compile(
      "/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'", Pattern.DOTALL);
  private static final Pattern STATEMENT = Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"");
  private static final Pattern OF_SQL = Pattern.compile("\\b(select|update|insert into|delete from|join|where|create|truncate|order"
      + " by)\\b");
  private static final Pattern QUOTED = Pattern.compile("'[^']*'");
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");
  private static final Pattern SETTING = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
  private static final Pattern KEY = Pattern.compile("(?m)^[\\s-]*([A-Za-z][A-Za-z0-9-]*):(?=\\s|$)(?:[ \\t]+([A-Za-z][A-Za-z0-9_-]*)["
      + " \\t]*(?:#.*)?$)?");
  private static final Pattern PART = Pattern.compile("[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+");

  @Test
  void noIdentifierCarriesARetiredWord() throws IOException {
    List<String> found = new ArrayList<>();
    for (String tree : List.of("src/main/java", "src/test/java", "src/simulator/java", "src/main/resources", "src/test/resources/demo",
        "routes", "mappings")) {
      if (Files.isDirectory(Path.of(tree))) {
        found.addAll(in(Path.of(tree)));
      }
    }
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      X.java | class LegState {}                                  | LegState
      X.java | void askAgain() {}                                 | askAgain
      X.java | boolean causeGone;                                 | causeGone
      X.java | String sql = "select leg_id from payment";         | leg_id
      X.sql  | CREATE TABLE fact (payment_id bigint);             | fact
      X.yaml | method: tell                                       | tell
      X.yaml | told-at: 5                                         | told-at
      X.csv  | code,verdict                                       | verdict
      """)
  void aPlantedViolationIsFound(String name, String text, String identifier) {
    assertThat(retired(name, text)).containsExactly(identifier);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      X.java | class FactoryOfLegacy { int privilege; }
      X.java | int n = 1; // what the bank said of the leg
      X.java | String text = "nothing is said of it";
      X.sql  | SELECT 1; -- as the bank said
      X.yaml | description: What the bank told us.
      X.yaml | answer-within: P4D
      """)
  void aFactoryIsNoFactAndATextIsNoIdentifier(String name, String text) {
    assertThat(retired(name, text)).isEmpty();
  }

  private static List<String> in(Path tree) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.matches(".*\\.(java|sql|yaml|csv)") && !name.equals("RetiredWordsTests.java")) {
          retired(name, Files.readString(file)).forEach(identifier -> found.add(file + ": " + identifier));
        }
      }
    }
    return found;
  }

  private static Set<String> retired(String name, String text) {
    Set<String> found = new TreeSet<>();
    identifiers(name, text).filter(RetiredWordsTests::isRetired).forEach(found::add);
    return found;
  }

  private static Stream<String> identifiers(String name, String text) {
    if (name.endsWith(".java")) {
      return Stream.concat(all(IDENTIFIER, NOT_CODE.matcher(text).replaceAll(" ")), statements(text));
    }
    if (name.endsWith(".sql")) {
      return all(IDENTIFIER, QUOTED.matcher(text.replaceAll("--[^\\n]*", "")).replaceAll(" "));
    }
    if (name.endsWith(".csv")) {
      return all(SETTING, text.lines().filter(line -> !line.startsWith("#")).findFirst().orElse(""));
    }
    return KEY.matcher(text).results().flatMap(key -> Stream.of(key.group(1), key.group(2))).filter(one -> one != null);
  }

  private static Stream<String> statements(String java) {
    return STATEMENT.matcher(java.replaceAll("(?m)^\\s*(?:/?\\*|//).*$", "")).results()
        .map(one -> one.group(1) == null ? one.group(2) : one.group(1)).filter(one -> OF_SQL.matcher(one).find())
        .filter(one -> one.chars().allMatch(c -> c < 128) || one.contains("\n"))
        .flatMap(one -> all(IDENTIFIER, QUOTED.matcher(one).replaceAll(" ")).filter(word -> word.contains("_") || one.contains("\n")));
  }

  private static Stream<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group);
  }

  private static boolean isRetired(String identifier) {
    if (STAYS.contains(identifier)) {
      return false;
    }
    List<String> words = new ArrayList<>();
    Matcher part = PART.matcher(identifier);
    while (part.find()) {
      words.add(part.group().toLowerCase(Locale.ROOT));
    }
    for (int i = 0; i < words.size(); i++) {
      if (WORDS.contains(words.get(i)) || i > 0 && PAIRS.contains(words.get(i - 1) + " " + words.get(i))) {
        return true;
      }
    }
    return false;
  }
}
