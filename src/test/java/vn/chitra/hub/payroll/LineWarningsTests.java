package vn.chitra.hub.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chitra.hub.payroll.Lines.line;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineWarningsTests {

  private final CommuneRegister communes = (code, on) -> code.equals("99999") ? Optional.empty() : Optional.of("Phường Tân Hoà");

  @ParameterizedTest
  @CsvSource(nullValues = "null", value = {"025145001234,F,1945-03-08,", "025045001234,M,1945,", "025215001234,M,2015,", "null,F,1945,",
      "025145001234,null,null,", "25145001234,F,1945,PERSONAL_NO_FORM", "02514500123X,F,1945,PERSONAL_NO_FORM",
      "025145001234,M,1945,PERSONAL_NO_AT_ODDS", "025146001234,F,1945,PERSONAL_NO_AT_ODDS", "025345001234,F,1945,PERSONAL_NO_AT_ODDS"})
  void aPersonalNumberIsWarnedAboutNeverRefused(String number, String sex, String born, Warning expected) {
    Lines line = line().personalNo(number).sex(sex).born(born);
    assertThat(line.decision()).isEqualTo("ACCEPTED");
    assertThat(warnings(line)).isEqualTo(expected == null ? EnumSet.noneOf(Warning.class) : EnumSet.of(expected));
  }

  @Test
  void thePersonsOwnCommuneIsOnlyWarnedAbout() {
    assertThat(line().livesIn("99999").decision()).isEqualTo("ACCEPTED");
    assertThat(warnings(line().livesIn("99999"))).containsExactly(Warning.PERSON_COMMUNE_UNKNOWN);
    assertThat(warnings(line().livesIn("04795"))).containsExactly(Warning.PERSON_COMMUNE_DIFFERS);
  }

  @Test
  void aRegularAmountAboveThirtyMillionAMonthIsUnusual() {
    assertThat(warnings(line().amount(30_000_001))).containsExactly(Warning.AMOUNT_UNUSUAL);
    assertThat(warnings(line().amount(30_000_000))).isEmpty();
    assertThat(warnings(line().kind(LineKind.ARREARS).amount(60_000_000))).isEmpty();
  }

  @Test
  void theLogCountsAllAndNamesTheFirstLines() {
    WarningLog log = new WarningLog();
    IntStream.rangeClosed(1, 7).forEach(line -> log.note(line, Set.of(Warning.PERSONAL_NO_FORM)));
    assertThat(log.sentences())
        .containsExactly("Lưu ý: 7 dòng số định danh không đủ 12 chữ số (dòng 1, 2, 3, 4, 5, …).");
  }

  private Set<Warning> warnings(Lines line) {
    return LineWarnings.of(line.build(), line.context(), communes);
  }
}
