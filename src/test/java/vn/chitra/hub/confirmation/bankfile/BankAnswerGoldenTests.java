package vn.chitra.hub.confirmation.bankfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitra.hub.confirmation.AnswerReader;
import vn.chitra.hub.confirmation.Reading;
import vn.chitra.hub.confirmation.SaidOfLeg;
import vn.chitra.hub.dispatch.bankfile.Banks;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;

/**
 * Golden pairs {@code golden/<kind>/in/<case>}: one answer as a bank sends it, and {@code expected.txt}: the reading, then the lines
 * handed on, as Java prints them.
 */
class BankAnswerGoldenTests {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final List<PartnerKind> KINDS = List.of(PartnerKind.BANK_CSV, PartnerKind.BANK_FIXED);
  private static final CodesOfTheContract WORDS = new CodesOfTheContract();
  static final List<AnswerReader> READERS = List.of(new BankCsvAckReader(), new BankCsvResultReader(WORDS),
      new StatementReader(), new AccountOpeningReader(), new BankFixedResultReader(WORDS), new BankFixedRefusalReader());

  static Stream<Path> answers() throws IOException {
    List<Path> found = new ArrayList<>();
    for (PartnerKind kind : KINDS) {
      try (Stream<Path> cases = Files.list(GOLDEN.resolve(kind.label()).resolve("in"))) {
        cases.forEach(found::add);
      }
    }
    return found.stream().sorted();
  }

  @Test
  void everyReaderHasAGoldenAnswerThatItUnderstands() throws IOException {
    List<AnswerReader> understood = new ArrayList<>();
    for (Path folder : answers().toList()) {
      if (Files.readString(folder.resolve("expected.txt")).startsWith("Understood")) {
        understood.add(readerOf(folder));
      }
    }
    assertThat(understood).containsAll(READERS);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void answerIsReadAsExpected(Path folder) throws IOException {
    List<SaidOfLeg> said = new ArrayList<>();
    Path file = fileOf(folder);
    Reading reading = readerOf(folder).read(partnerOf(folder), "", file.getFileName().toString(), file, said::add);
    String lines = said.stream().map(one -> one + "\n").collect(Collectors.joining());
    assertThat(reading + "\n" + lines).isEqualTo(Files.readString(folder.resolve("expected.txt")));
  }

  private static AnswerReader readerOf(Path folder) throws IOException {
    String name = fileOf(folder).getFileName().toString();
    List<AnswerReader> those = READERS.stream().filter(one -> one.recognises(partnerOf(folder), name)).toList();
    assertThat(those).as("readers that recognise %s", name).hasSize(1);
    return those.get(0);
  }

  private static PartnerProfile partnerOf(Path folder) {
    String label = GOLDEN.relativize(folder).getName(0).toString();
    return Banks.of(KINDS.stream().filter(one -> one.label().equals(label)).findFirst().orElseThrow());
  }

  private static Path fileOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(one -> !one.endsWith("expected.txt")).findFirst().orElseThrow();
    }
  }
}
