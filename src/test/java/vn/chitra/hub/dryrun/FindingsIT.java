package vn.chitra.hub.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chitra.hub.payroll.FindingKind.AMOUNT_CHANGED;
import static vn.chitra.hub.payroll.FindingKind.CHANGED_TO_ONE_ACCOUNT;
import static vn.chitra.hub.payroll.FindingKind.CHANNEL_CHANGED;
import static vn.chitra.hub.payroll.FindingKind.GONE_PAYEE;
import static vn.chitra.hub.payroll.FindingKind.NEW_PAYEE;
import static vn.chitra.hub.payroll.FindingKind.PAYEE_AND_ACCOUNT_CHANGED;
import static vn.chitra.hub.payroll.FindingKind.SHARED_ACCOUNT;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import vn.chitra.hub.payroll.FindingKind;
import vn.chitra.hub.support.SqlText;

/** What a payroll shows beside the month before, kind by kind. */
class FindingsIT {

  private static final String NOV = DryRunHub.NOV;

  private DryRunHub hub;

  @BeforeEach
  void october() {
    hub = DryRunHub.begin().october(6);
  }

  @ParameterizedTest
  @EnumSource(FindingKind.class)
  void aPayrollAsTheMonthBeforeShowsNothing(FindingKind kind) {
    hub.november(1, 2, 3, 4, 5, 6);

    assertThat(hub.found(kind)).isEmpty();
  }

  @Test
  void whoHadNoPayoutInTheMonthBeforeIsNew() {
    hub.welfare.person(7);
    hub.november(1, 2, 3, 4, 5, 6, 7);

    assertThat(hub.found(NEW_PAYEE)).containsExactly("7 QD-7");
  }

  @Test
  void whoHasNoLineNowIsGone() {
    hub.november(1, 2, 3, 5, 6);

    assertThat(hub.found(GONE_PAYEE)).containsExactly("null QD-4");
  }

  @Test
  void whoIsPaidByAnotherPayrollOfThisMonthIsNotGone() {
    hub.welfare.payroll("BTXH-04792-2026-11-B", "2026-11").regular("BTXH-04792-2026-11-B", 1, 4, "2026-11").approve("BTXH-04792-2026-11-B");
    hub.taken("BTXH-04792-2026-11-B").november(1, 2, 3, 5, 6);

    assertThat(hub.found(GONE_PAYEE)).isEmpty();
  }

  /** It is an error of its own, with its reason. */
  @Test
  void whoseLineIsRefusedIsNotGone() {
    hub.welfare.status(4, "DECEASED", "2026-10-02");
    hub.november(1, 2, 3, 4, 5, 6);

    assertThat(hub.found(GONE_PAYEE)).isEmpty();
    assertThat(hub.<Integer>run(NOV, result -> result.decided().booked().refused().count())).isEqualTo(1);
  }

  @Test
  void anAmountThatDiffersByMoreThanTheLimitIsFound() {
    hub.welfare.payroll(NOV, "2026-11").line(NOV, 1, 1, "REGULAR", "2026-11", "2026-11", 600_000)
        .line(NOV, 2, 2, "REGULAR", "2026-11", "2026-11", 600_001).line(NOV, 3, 3, "REGULAR", "2026-11", "2026-11", 399_999)
        .line(NOV, 4, 4, "REGULAR", "2026-11", "2026-11", 400_000);

    assertThat(hub.found(AMOUNT_CHANGED)).containsExactly("2 QD-2", "3 QD-3");
  }

  /** At Tết a payroll pays two months, and a person may have arrears beside the regular amount. */
  @Test
  void amountsAreComparedByTheMonth() {
    hub.welfare.payroll(NOV, "2026-11", "2026-12").line(NOV, 1, 1, "REGULAR", "2026-11", "2026-12", 1_000_000)
        .line(NOV, 2, 2, "REGULAR", "2026-11", "2026-12", 1_300_000).line(NOV, 3, 3, "REGULAR", "2026-11", "2026-11", 500_000)
        .line(NOV, 4, 3, "ARREARS", "2026-08", "2026-09", 900_000);

    assertThat(hub.found(AMOUNT_CHANGED)).containsExactly("2 QD-2");
  }

  @Test
  void anAccountOfSeveralPayeesIsFound() {
    hub.account(2, "2700205900001").account(5, "2700205900001").november(1, 2, 3, 4, 5, 6);

    assertThat(hub.found(SHARED_ACCOUNT)).containsExactly("2 QD-2", "5 QD-5");
  }

  /** A guardian is one payee for several children. */
  @Test
  void anAccountOfOnePayeeForSeveralPersonsIsNoFinding() {
    hub.account(2, "2700205900001").account(5, "2700205900001").payee(2, "Lê Thị Giám Hộ", "025071000001")
        .payee(5, "LÊ THỊ GIÁM HỘ", "025071000001").november(1, 2, 3, 4, 5, 6);

    assertThat(hub.found(SHARED_ACCOUNT)).isEmpty();
  }

  @Test
  void manyPayeesWhoChangeToOneAccountAreFound() {
    hub.account(2, "2700205900001").account(5, "2700205900001").november(1, 2, 3, 4, 5, 6);
    assertThat(hub.found(CHANGED_TO_ONE_ACCOUNT)).isEmpty();

    hub.account(6, "2700205900001");

    assertThat(hub.found(CHANGED_TO_ONE_ACCOUNT)).containsExactly("2 QD-2", "5 QD-5", "6 QD-6");
  }

  /** One person is made the payee of all: who was paid before counts. */
  @Test
  void onePayeeInPlaceOfManyIsFound() {
    for (int person : new int[] {2, 5, 6}) {
      hub.account(person, "2700205900001").payee(person, "Lê Văn Một", "025071000001");
    }
    hub.november(1, 2, 3, 4, 5, 6);

    assertThat(hub.found(CHANGED_TO_ONE_ACCOUNT)).containsExactly("2 QD-2", "5 QD-5", "6 QD-6");
    assertThat(hub.found(SHARED_ACCOUNT)).isEmpty();
  }

  @Test
  void payeeAndAccountThatChangeTogetherAreFound() {
    hub.account(2, "2700205900001").payee(3, "Lê Văn Khác", null).account(4, "2700205900002").payee(4, "Lê Văn Khác", null)
        .november(1, 2, 3, 4, 5, 6);

    assertThat(hub.found(PAYEE_AND_ACCOUNT_CHANGED)).containsExactly("4 QD-4");
  }

  @Test
  void anotherChannelIsFound() {
    hub.welfare.withoutAccount(3);
    hub.november(1, 2, 3, 4, 5, 6);

    assertThat(hub.found(CHANNEL_CHANGED)).containsExactly("3 QD-3");
  }

  @Test
  void theNewestEarlierMonthOfTheSameAgencyProgrammeAndCommuneIsTheOneBefore() {
    hub.welfare.payroll("BTXH-04792-2026-09", "2026-09").regular("BTXH-04792-2026-09", 1, 1, "2026-09").approve("BTXH-04792-2026-09");
    hub.welfare.payroll("OTHER-2026-11", "2026-11").regular("OTHER-2026-11", 1, 2, "2026-11").approve("OTHER-2026-11");
    hub.welfare.province.update("update welfare.payroll set agency_code = 'XA99999' where payroll_id = 'OTHER-2026-11'");
    hub.taken("BTXH-04792-2026-09").taken("OTHER-2026-11").november(1, 3, 4, 5, 6);

    assertThat(hub.<Optional<LocalDate>>run(NOV, result -> result.decided().previous())).contains(LocalDate.of(2026, 10, 1));
    assertThat(hub.found(GONE_PAYEE)).containsExactly("null QD-2");
  }

  /** Among the payrolls of years. */
  @Test
  void theMonthBeforeIsFoundByItsIndex() {
    hub.jdbc.update("insert into payroll (payroll_id, programme, agency_code, commune_code, period_from, period, account_cutoff, pay_from,"
        + " pay_until, item_count, total_vnd, state, taken_at, receipt_status) select 'P-' || n, 'BTXH', 'XA' || n % 150, '04792', month,"
        + " month, month, month, month, 0, 0, 'RELEASED', now(), 'SETTLED' from (select n,"
        + " (date '2020-01-01' + n / 150 * interval '1 month')::date as month from generate_series(1, 10000) n) of_years");
    hub.jdbc.execute("analyze payroll");

    List<String> plan = new NamedParameterJdbcTemplate(hub.jdbc).queryForList("explain "
        + SqlText.of("payroll/compare-payroll/find-previous-month"), Map.of("agency", "XA04792", "programme", "BTXH", "commune", "04792",
        "from", LocalDate.of(2026, 11, 1)), String.class);

    assertThat(plan).anySatisfy(step -> assertThat(step).contains("payroll_of_agency"));
    assertThat(plan).noneSatisfy(step -> assertThat(step).contains("Seq Scan"));
  }

  @Test
  void withoutAMonthBeforeOnlyThePayrollItselfIsLookedAt() {
    hub = DryRunHub.begin();
    hub.welfare.people(1, 2);
    hub.payee(1, "Lê Thị Một", null).payee(2, "Lê Thị Hai", null).account(1, "2700205900001").account(2, "2700205900001").november(1, 2);

    assertThat(hub.<Optional<LocalDate>>run(NOV, result -> result.decided().previous())).isEmpty();
    assertThat(hub.found(NEW_PAYEE)).isEmpty();
    assertThat(hub.found(SHARED_ACCOUNT)).containsExactly("1 QD-1", "2 QD-2");
  }
}
