package vn.chitra.hub.confirmation.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitra.hub.confirmation.AnswerReader;
import vn.chitra.hub.confirmation.GoldenAnswers;
import vn.chitra.hub.confirmation.StateOfCode;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.ShippedMappings;

/** The golden answers of a bank's API, by the shipped profile and its codes. */
class ApiGoldenTests {

  private static final StateOfCode WORDS = ShippedMappings.states();
  private static final List<AnswerReader> READERS = List.of(new BulkReplyReader(), new BulkPageReader(WORDS), new EventReader(WORDS),
      new ApiStatementReader());
  private static final GoldenAnswers GOLDEN = new GoldenAnswers(ShippedMappings.loaded().partners().ofKind(PartnerKind.BANK_API).get(0),
      READERS);

  static List<Path> answers() throws IOException {
    return GoldenAnswers.of(PartnerKind.BANK_API);
  }

  @Test
  void everyReaderHasAGoldenAnswerThatItUnderstands() throws IOException {
    assertThat(GOLDEN.understanding()).containsAll(READERS);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void answerIsReadAsExpected(Path folder) throws IOException {
    GOLDEN.readAsExpected(folder);
  }
}
