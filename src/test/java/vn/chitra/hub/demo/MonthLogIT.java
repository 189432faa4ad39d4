package vn.chitra.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** No personal data of the welfare database are in the hub's log, at any level, over a whole quarter. */
@EnabledIfSystemProperty(named = "quarter", matches = "true", disabledReason = "by hand (-Dquarter=true): it takes minutes")
class MonthLogIT {

  private static PersonalWords people;
  private static String log;

  @BeforeAll
  static void play() throws Exception {
    PlayedQuarter quarter = PlayedQuarter.get();
    people = new PersonalWords(quarter.welfare());
    log = quarter.log() + quarter.hubLog();
  }

  @Test
  void theLogIsOneOfAWholeQuarter() {
    assertThat(log).contains("payroll BL-202612-", "payroll BL-202701-", "payroll BL-202702-", " DEBUG ");
    assertThat(people.values("SELECT full_name FROM welfare.beneficiary")).hasSizeGreaterThan(50);
  }

  @Test
  void noPersonalNumberStandsInIt() {
    assertThat(people.personalNumbersIn(log)).isEmpty();
  }

  @Test
  void noAccountNumberStandsInIt() {
    assertThat(people.accountNumbersIn(log)).isEmpty();
  }

  @Test
  void noBenefitCodeStandsInIt() {
    assertThat(people.benefitCodesIn(log)).isEmpty();
  }

  @Test
  void noNameStandsInItNorAsBanksWriteIt() {
    assertThat(people.namesIn(log)).isEmpty();
  }

  @Test
  void whatStoodInALogWouldBeFound() {
    assertThat(PersonalWords.existing(PersonalWords.NUMBER, "account=0012345678, rejected", List.of("0012345678", "12345678")))
        .containsExactly("0012345678");
    assertThat(PersonalWords.existing(PersonalWords.WORD, "of BTXH-12: 3 lines", List.of("BTXH-12", "BTXH-13")))
        .containsExactly("BTXH-12");
  }
}
