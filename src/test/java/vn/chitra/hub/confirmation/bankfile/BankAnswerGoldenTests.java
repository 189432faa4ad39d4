package vn.chitra.hub.confirmation.bankfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitra.hub.confirmation.AnswerReader;
import vn.chitra.hub.confirmation.GoldenAnswers;
import vn.chitra.hub.dispatch.bankfile.Banks;
import vn.chitra.hub.partner.PartnerKind;

/** The golden answers of banks that write text files. */
class BankAnswerGoldenTests {

  private static final List<PartnerKind> KINDS = List.of(PartnerKind.BANK_CSV, PartnerKind.BANK_FIXED);
  private static final CodesOfTheContract WORDS = new CodesOfTheContract();
  static final List<AnswerReader> READERS = List.of(new BankCsvAckReader(), new BankCsvResultReader(WORDS),
      new StatementReader(), new AccountOpeningReader(), new BankFixedResultReader(WORDS), new BankFixedRefusalReader());

  static Stream<Arguments> answers() throws IOException {
    List<Arguments> found = new ArrayList<>();
    for (PartnerKind kind : KINDS) {
      GoldenAnswers.of(kind).forEach(folder -> found.add(Arguments.of(kind, folder)));
    }
    return found.stream();
  }

  @Test
  void everyReaderHasAGoldenAnswerThatItUnderstands() throws IOException {
    List<AnswerReader> understood = new ArrayList<>();
    for (PartnerKind kind : KINDS) {
      understood.addAll(golden(kind).understanding());
    }
    assertThat(understood).containsAll(READERS);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void answerIsReadAsExpected(PartnerKind kind, Path folder) throws IOException {
    golden(kind).readAsExpected(folder);
  }

  private static GoldenAnswers golden(PartnerKind kind) {
    return new GoldenAnswers(Banks.of(kind), READERS);
  }
}
