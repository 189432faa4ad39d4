package vn.chitra.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences of comments and documents name their subject by a noun: none but a question opens with What, Whoever, Whatever, Whichever. */
class PlainSentenceTests {

  private static final List<String> PLACES =
      List.of("src/main/java", "src/main/resources/sql", "routes", "docs", "README.md", "CHANGELOG.md");
  private static final Pattern SENTENCE = Pattern.compile("(?:^|[.;:>!?|]\\s|>-\\s)(?:What|Whoever|Whatever|Whichever)\\b[^.?!|]*[.?!]?");
  private static final Pattern JAVA = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'"
      + "|(/\\*.*?\\*/|//[^\\n]*(?:\\n[ \\t]*//[^\\n]*)*)");
  private static final Pattern SQL = Pattern.compile("'[^']*'|(--[^\\n]*(?:\\n[ \\t]*--[^\\n]*)*)");
  private static final Pattern PARAGRAPH = Pattern.compile("(?m)\\n\\s*\\n|\\n(?=\\s*(?:[-*|#]|\\d+\\.)\\s)");
  private static final Pattern MARK = Pattern.compile("(?m)^\\s*(?:/\\*\\*?|\\*/|\\*|//|--|[-#]+|\\d+\\.)\\s*");

  @Test
  void noSentenceOpensWithAPronoun() throws IOException {
    List<String> found = new ArrayList<>();
    int read = 0;
    for (String place : PLACES) {
      for (Path file : files(Path.of(place))) {
        sentences(file.getFileName().toString(), Files.readString(file)).forEach(sentence -> found.add(file + ": " + sentence));
        read++;
      }
    }
    assertThat(found).isEmpty();
    assertThat(read).isGreaterThan(PLACES.size());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
      X.java ~ /** What a bank reported about one payment. */
      X.java ~ /** A batch.\\n   * Whoever is first wins. */
      X.java ~ int n = 1; // Whatever matches no payment opens a case.
      X.sql ~ -- What must be paid.\\ncommit;
      X.yaml ~ description: What the file is about.
      X.yaml ~ description: >-\\n  One step. Whatever\\n  comes is a result.
      X.md ~ - The report of the 20th is a snapshot.\\n  What is still open is carried over.
      X.md ~ | refused | Whichever came first is kept. |
      """)
  void aPlantedSentenceIsFound(String name, String text) {
    assertThat(sentences(name, text.replace("\\n", "\n"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
      X.java ~ /** One payment, with what the bank reported. */
      X.java ~ String text = "What a person reads";
      X.java ~ // the bank decides\\n// What a line may hold
      X.sql ~ call note('What');
      X.md ~ 3. What writes, checks and archives?
      X.md ~ The hub keeps exactly\\nWhat the partner sent.
      """)
  void aQuestionATextAndALineInTheMiddleAreNone(String name, String text) {
    assertThat(sentences(name, text.replace("\\n", "\n"))).isEmpty();
  }

  private static List<String> sentences(String name, String text) {
    return passages(name, text).map(passage -> MARK.matcher(passage).replaceAll(" ").replaceAll("\\s+", " ").strip())
        .flatMap(passage -> SENTENCE.matcher(passage).results().map(MatchResult::group)).filter(sentence -> !sentence.endsWith("?"))
        .toList();
  }

  private static Stream<String> passages(String name, String text) {
    if (name.endsWith(".java")) {
      return comments(JAVA, text);
    }
    if (name.endsWith(".sql")) {
      return comments(SQL, text);
    }
    return name.endsWith(".md") ? PARAGRAPH.splitAsStream(text) : Stream.of(text);
  }

  private static Stream<String> comments(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).filter(comment -> comment != null);
  }

  private static List<Path> files(Path place) throws IOException {
    try (Stream<Path> all = Files.walk(place)) {
      return all.filter(file -> file.toString().matches(".*\\.(java|sql|yaml|md)")).sorted().toList();
    }
  }
}
