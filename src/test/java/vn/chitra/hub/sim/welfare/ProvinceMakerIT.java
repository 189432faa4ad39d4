package vn.chitra.hub.sim.welfare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.sim.BusinessDays;
import vn.chitra.hub.sim.EmbeddedDatabases;

class ProvinceMakerIT {

  private static final YearMonth MONTH = YearMonth.of(2026, 12);
  private static EmbeddedDatabases.Welfare welfare;
  private static JdbcTemplate jdbc;

  @BeforeAll
  static void makeAProvince() throws Exception {
    welfare = EmbeddedDatabases.temporary().freshWelfare();
    ProvinceMaker.make(welfare.owner(), new ProvinceMaker.Plan(7, 3_000, MONTH));
    jdbc = new JdbcTemplate(welfare.owner().dataSource());
  }

  @Test
  void makesExactlyTheLinesQueriedForOverAllCommunesAndProgrammes() {
    assertThat(number("SELECT count(*) FROM welfare.payroll_item")).isEqualTo(3_000);
    assertThat(number("SELECT count(DISTINCT commune_code) FROM welfare.payroll")).isEqualTo(149);
    assertThat(number("SELECT count(*) FROM welfare.payroll")).isBetween(430L, 445L);
  }

  @Test
  void addsAMonthOfOtherPeopleWithOtherNumbersAndAccounts() throws Exception {
    EmbeddedDatabases.Welfare both = EmbeddedDatabases.temporary().freshWelfare();
    ProvinceMaker.make(both.owner(), new ProvinceMaker.Plan(7, 3_000, MONTH));
    ProvinceMaker.addOthers(both.owner(), new ProvinceMaker.Plan(7, 2_000, MONTH.minusMonths(1)));
    JdbcTemplate rows = new JdbcTemplate(both.owner().dataSource());
    assertThat(rows.queryForList("SELECT count(*) FROM welfare.payroll_item i JOIN welfare.payroll p USING (payroll_id) GROUP BY period_from"
        + " ORDER BY period_from", Long.class)).containsExactly(2_000L, 3_000L);
    assertThat(shared(rows, "bank_bin, account_no FROM welfare.payment_account")).isZero();
    assertThat(shared(rows, "personal_no FROM welfare.beneficiary JOIN welfare.entitlement USING (beneficiary_id)")).isZero();
  }

  /** What people of both kinds have; lines that are spoilt carry the same wrong accounts on purpose. */
  private static long shared(JdbcTemplate rows, String what) {
    String whole = "SELECT " + what + " WHERE entitlement_id NOT IN (SELECT entitlement_id FROM welfare.payroll_item"
        + " JOIN maker.expected_line USING (payroll_id, line_no)) AND ";
    String others = "substr(entitlement_id, 3)::bigint > 900000000";
    return Objects.requireNonNull(rows.queryForObject("SELECT count(*) FROM (" + whole + others + " INTERSECT " + whole + "NOT " + others
        + ") shared WHERE shared IS NOT NULL", Long.class));
  }

  @Test
  void letsExactlyOnePayrollLieAboutItsTotals() {
    assertThat(number("""
        SELECT count(*) FROM welfare.payroll p JOIN (SELECT payroll_id, count(*) n, sum(amount_vnd) v FROM welfare.payroll_item
          GROUP BY payroll_id) i USING (payroll_id) WHERE n <> item_count OR v <> total_vnd""")).isEqualTo(1);
  }

  @Test
  void spoilsOneLineInFiftyInEveryWay() {
    assertThat(jdbc.queryForList("SELECT DISTINCT fault FROM maker.expected_line", String.class))
        .contains(java.util.Arrays.stream(Fault.values()).map(Enum::name).toArray(String[]::new));
    assertThat(number("SELECT count(*) FROM maker.expected_line WHERE fault NOT IN ('TOTALS_LIE','COMMUNE_IS_GONE','DUPLICATE_IN_TWO')"))
        .isBetween(50L, 60L);
  }

  @Test
  void makesNoSecondLineOfOneKeyUnlessItSaysSo() {
    assertThat(number("""
        SELECT count(*) FROM (SELECT entitlement_id, kind, for_from FROM welfare.payroll_item i WHERE NOT EXISTS
          (SELECT FROM maker.expected_line x WHERE x.payroll_id = i.payroll_id AND x.line_no = i.line_no AND x.expected = 'REFUSED')
          GROUP BY 1, 2, 3 HAVING count(*) > 1) twice""")).isZero();
  }

  @Test
  void writesNumbersThatFitSexAndYearOfEveryOrdinaryPerson() {
    List<String> odd = jdbc.queryForList("""
        SELECT b.beneficiary_id FROM welfare.beneficiary b WHERE birth_date ~ '^[0-9]{4}' AND personal_no IS NOT NULL
          AND NOT EXISTS (SELECT FROM welfare.entitlement e JOIN welfare.payroll_item i USING (entitlement_id)
            JOIN maker.expected_line x USING (payroll_id, line_no) WHERE e.beneficiary_id = b.beneficiary_id)
          AND (personal_no !~ '^(025|026|017)[0-3][0-9]{8}$' OR substr(personal_no, 5, 2) <> substr(birth_date, 3, 2)
            OR (substr(personal_no, 4, 1)::int % 2 = 1) <> (sex = 'F')
            OR (substr(personal_no, 4, 1)::int >= 2) <> (left(birth_date, 4)::int >= 2000))""", String.class);
    assertThat(odd).isEmpty();
  }

  @Test
  void givesMostEntitlementsAnAccountAndKeepsLeadingZeros() {
    long entitlements = number("SELECT count(*) FROM welfare.entitlement");
    assertThat(number("SELECT count(DISTINCT entitlement_id) FROM welfare.payment_account")).isBetween(entitlements * 65 / 100,
        entitlements * 76 / 100);
    assertThat(number("SELECT count(*) FROM welfare.payment_account WHERE account_no LIKE '00%'")).isPositive();
    assertThat(number("SELECT count(*) FROM welfare.payment_account WHERE account_name !~ '^[A-Z ]+$'")).isZero();
    assertThat(number("SELECT count(*) FROM welfare.beneficiary WHERE full_name LIKE '%Đ%' OR full_name LIKE '%đ%'")).isPositive();
  }

  @Test
  void isTheSameForTheSameSeedAndMadeOnce() throws Exception {
    EmbeddedDatabases.Welfare twin = EmbeddedDatabases.temporary().freshWelfare();
    ProvinceMaker.Plan plan = new ProvinceMaker.Plan(7, 3_000, MONTH);
    ProvinceMaker.make(twin.owner(), plan);
    assertThat(ProvinceMaker.make(twin.owner(), new ProvinceMaker.Plan(8, 10, MONTH))).isEqualTo(plan);
    String everything = "SELECT md5(string_agg(i::text || b.full_name || coalesce(b.personal_no, ''), ','"
        + " ORDER BY i.payroll_id, i.line_no))"
        + " FROM welfare.payroll_item i JOIN welfare.entitlement USING (entitlement_id) JOIN welfare.beneficiary b USING (beneficiary_id)";
    assertThat(new JdbcTemplate(twin.owner().dataSource()).queryForObject(everything, String.class))
        .isEqualTo(jdbc.queryForObject(everything, String.class));
  }

  @Test
  void approvesOnBusinessDaysBeforeTheTwentyFifthAsTimePasses() throws Exception {
    EmbeddedDatabases.Welfare twin = EmbeddedDatabases.temporary().freshWelfare();
    ProvinceMaker.make(twin.owner(), new ProvinceMaker.Plan(1, 1_000, MONTH));
    JdbcTemplate there = new JdbcTemplate(twin.owner().dataSource());
    ProvinceSimulator province = new ProvinceSimulator(twin.owner(), MONTH, 1);
    assertThat(province.tick(BusinessDays.at(LocalDate.of(2026, 11, 18), 7, 0))).isFalse();
    assertThat(province.nextDue()).contains(BusinessDays.at(LocalDate.of(2026, 11, 18), 8, 30));
    assertThat(province.tick(BusinessDays.at(LocalDate.of(2026, 11, 20), 11, 0))).isTrue();
    assertThat(there.queryForList("SELECT DISTINCT status FROM welfare.payroll", String.class)).contains("DRAFT", "APPROVED");
    province.tick(BusinessDays.at(LocalDate.of(2026, 11, 24), 0, 1));
    assertThat(there.queryForList("SELECT DISTINCT status FROM welfare.payroll", String.class)).containsExactly("APPROVED");
    assertThat(province.nextDue()).isEmpty();
  }

  @Test
  void listsTheNextMonthFromTheLastWithWhatWasCarriedOver() throws Exception {
    EmbeddedDatabases.Welfare twin = EmbeddedDatabases.temporary().freshWelfare();
    ProvinceMaker.make(twin.owner(), new ProvinceMaker.Plan(1, 1_000, MONTH));
    JdbcTemplate there = new JdbcTemplate(twin.owner().dataSource());
    there.update("""
        INSERT INTO welfare.payout_result (payroll_id, line_no, outcome, amount_vnd, revision, updated_at)
        SELECT payroll_id, line_no, 'CARRIED_OVER', amount_vnd, 1, now() FROM welfare.payroll_item WHERE amount_vnd > 0
        ORDER BY 1, 2 LIMIT 5""");
    new ProvinceSimulator(twin.owner(), MONTH, 2).tick(BusinessDays.at(LocalDate.of(2026, 12, 18), 7, 30));
    assertThat(there.queryForObject("SELECT count(*) FROM welfare.payroll_item WHERE kind = 'CARRY_OVER' AND carries_payroll_id LIKE"
        + " 'BL-202612-%' AND payroll_id LIKE 'BL-202701-%'", Long.class)).isEqualTo(5);
    assertThat(there.queryForObject("SELECT count(*) FROM welfare.payroll p WHERE period_to = '2027-01' AND (item_count, total_vnd) <>"
        + " (SELECT count(*), sum(amount_vnd) FROM welfare.payroll_item i WHERE i.payroll_id = p.payroll_id)", Long.class)).isZero();
  }

  private static long number(String query) {
    Long found = jdbc.queryForObject(query, Long.class);
    return found == null ? -1 : found;
  }
}
