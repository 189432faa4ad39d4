package vn.chitra.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Whatever the welfare database holds of people stays out of the hub's log, at every level, over whole months. */
@EnabledIfSystemProperty(named = "quarter", matches = "true", disabledReason = "by hand (-Dquarter=true) until its time is measured")
class MonthLogIT {

  private static final Pattern WORD = Pattern.compile("[0-9A-Za-z-]+");
  private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z]+");
  private static PlayedQuarter quarter;
  private static String log;

  @BeforeAll
  static void play() throws Exception {
    quarter = PlayedQuarter.get();
    log = quarter.log();
  }

  @Test
  void theLogIsOneOfAWholeQuarter() {
    assertThat(log).contains("payroll BL-202612-", "payroll BL-202701-", "payroll BL-202702-", " DEBUG ");
    assertThat(values("SELECT full_name FROM welfare.beneficiary")).hasSizeGreaterThan(50);
  }

  @Test
  void noPersonalNumberStandsInIt() {
    assertThat(standing(NUMBER, log, values("""
        SELECT personal_no FROM welfare.beneficiary UNION SELECT payee_personal_no FROM welfare.entitlement
        UNION SELECT receiver_personal_no FROM welfare.authorisation UNION SELECT phone FROM welfare.beneficiary"""))).isEmpty();
  }

  @Test
  void noAccountNumberStandsInIt() {
    assertThat(standing(NUMBER, log, values("SELECT account_no FROM welfare.payment_account"))).isEmpty();
  }

  @Test
  void noBenefitCodeStandsInIt() {
    assertThat(standing(WORD, log, values("SELECT benefit_code FROM welfare.entitlement"))).isEmpty();
  }

  @Test
  void noNameStandsInItNorAsBanksWriteIt() {
    String folded = log.toUpperCase(Locale.ROOT);
    assertThat(values("""
        SELECT full_name FROM welfare.beneficiary UNION SELECT payee_name FROM welfare.entitlement
        UNION SELECT account_name FROM welfare.payment_account UNION SELECT receiver_name FROM welfare.authorisation"""))
        .filteredOn(name -> folded.contains(name.toUpperCase(Locale.ROOT))).isEmpty();
  }

  @Test
  void whatStoodInALogWouldBeFound() {
    assertThat(standing(NUMBER, "account=0012345678, rejected", List.of("0012345678", "12345678"))).containsExactly("0012345678");
    assertThat(standing(WORD, "of BTXH-12: 3 lines", List.of("BTXH-12", "BTXH-13"))).containsExactly("BTXH-12");
  }

  private static List<String> values(String sql) {
    return quarter.welfare().queryForList(sql, String.class).stream().flatMap(Stream::ofNullable).filter(value -> !value.isBlank()).toList();
  }

  /** As a word of its own: a hash may hold any digits inside. */
  private static List<String> standing(Pattern word, String text, List<String> values) {
    Set<String> words = new HashSet<>(word.matcher(text).results().map(found -> found.group()).toList());
    return values.stream().filter(words::contains).toList();
  }
}
