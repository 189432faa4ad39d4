package vn.chitra.hub.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitra.hub.support.Word;

class ObjectionTests {

  private static final String VIETNAMESE = "[\\u00C0-\\u01B0\\u1EA0-\\u1EF9]";

  static Stream<String> reasons() {
    return Stream.concat(Stream.of(Objections.ACCOUNT_CLOSED),
        Stream.concat(Arrays.stream(RefusalReason.values()).map(Enum::name), Arrays.stream(HoldReason.values()).map(Enum::name)));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void theCauseAndTheRemedyAreInTheLanguageOfTheReader(String reason) {
    Objection objection = new Objection(mock(PaymentUnderWay.class), reason, "Người hưởng đã mất ngày 03/11/2026.");
    Word words = objection.words();

    assertThat(words.vietnamese()).isEqualTo(objection.explanation()).startsWith("Người hưởng đã mất ngày 03/11/2026. Muốn chi, cơ quan phải");
    assertThat(words.english()).startsWith(objection.cause().english()).contains("To pay, the agency must ").endsWith(".")
        .doesNotContainPattern(VIETNAMESE).doesNotContain(reason);
  }
}
