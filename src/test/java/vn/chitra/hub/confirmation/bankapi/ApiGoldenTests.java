package vn.chitra.hub.confirmation.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.confirmation.AnswerReader;
import vn.chitra.hub.confirmation.Reading;
import vn.chitra.hub.confirmation.SaidOfLeg;
import vn.chitra.hub.confirmation.WordOfCode;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Vocabulary;
import vn.chitra.hub.payout.Word;

/**
 * Golden pairs {@code golden/bank-api/in/<case>}: the body of one answer or event as it is archived, and {@code expected.txt}: the
 * reading, then the lines handed on, as Java prints them. The profile and its codes are the shipped ones.
 */
class ApiGoldenTests {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/bank-api/in");
  private static final Mappings MAPPINGS = mappings();
  private static final PartnerProfile BANK = MAPPINGS.partners().ofKind(PartnerKind.BANK_API).get(0);
  private static final WordOfCode WORDS = (partner, code) -> MAPPINGS.codes().named(partner.codes()).lookup(code)
      .map(row -> Word.valueOf(row.word())).orElse(Word.UNKNOWN);
  private static final List<AnswerReader> READERS = List.of(new BulkReplyReader(), new BulkPageReader(WORDS), new EventReader(WORDS),
      new ApiStatementReader());

  static Stream<Path> answers() throws IOException {
    try (Stream<Path> cases = Files.list(GOLDEN)) {
      return cases.sorted().toList().stream();
    }
  }

  @Test
  void everyReaderHasAGoldenAnswerThatItUnderstands() throws IOException {
    List<AnswerReader> understood = new ArrayList<>();
    for (Path folder : answers().toList()) {
      if (Files.readString(folder.resolve("expected.txt")).startsWith("Understood")) {
        understood.add(readerOf(fileOf(folder)));
      }
    }
    assertThat(understood).containsAll(READERS);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void answerIsReadAsExpected(Path folder) throws IOException {
    List<SaidOfLeg> said = new ArrayList<>();
    Path file = fileOf(folder);
    Reading reading = readerOf(file).read(BANK, "", file.getFileName().toString(), file, said::add);
    String lines = said.stream().map(one -> one + "\n").collect(Collectors.joining());
    assertThat(reading + "\n" + lines).isEqualTo(Files.readString(folder.resolve("expected.txt")));
  }

  private static AnswerReader readerOf(Path file) {
    String name = file.getFileName().toString();
    List<AnswerReader> those = READERS.stream().filter(one -> one.recognises(BANK, name)).toList();
    assertThat(those).as("readers that recognise %s", name).hasSize(1);
    return those.get(0);
  }

  private static Path fileOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(one -> !one.endsWith("expected.txt")).findFirst().orElseThrow();
    }
  }

  private static Mappings mappings() {
    try {
      return Mappings.load("classpath:mappings/", Vocabulary.of(Word.class, CaseKind.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
