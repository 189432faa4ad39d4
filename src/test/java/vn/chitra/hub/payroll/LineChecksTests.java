package vn.chitra.hub.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chitra.hub.payroll.Lines.line;

import java.time.YearMonth;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.payroll.PayrollLine.CarriedLine;
import vn.chitra.hub.payroll.PayrollLine.LifeStatus;

class LineChecksTests {

  @Test
  void acceptsALineWithWhichNothingIsWrong() {
    assertThat(line().decision()).isEqualTo("ACCEPTED");
  }

  @Test
  void refusesEveryLineOfAPayrollWhoseCommuneMeansNoPlaceOnThatDay() {
    assertThat(line().communeUnknown().decision()).isEqualTo("COMMUNE_UNKNOWN");
  }

  @Test
  void holdsCashOfACommuneThatNobodyServesButNotATransfer() {
    assertThat(line().cash().placeNotServed().decision()).isEqualTo("HELD NO_PLACE");
    assertThat(line().placeNotServed().decision()).isEqualTo("ACCEPTED");
    assertThat(line().cash().placeNotServed().judged()).isInstanceOfSatisfying(LineDecision.Held.class, held -> assertThat(held.sentence())
        .isEqualTo("Phường Tân Hoà (04792) chưa có bưu cục hoặc nơi chi tiền mặt trong danh mục."));
  }

  @ParameterizedTest
  @CsvSource({"2026-12,2026-11", "2026-13,2026-13", "11/2026,11/2026"})
  void refusesEveryLineOfAPayrollWhosePeriodIsNone(String from, String to) {
    assertThat(line().period(from, to).decision()).isEqualTo("PERIOD_MALFORMED");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, -500_000})
  void refusesAnAmountThatIsNotPositive(long amount) {
    assertThat(line().amount(amount).decision()).isEqualTo("AMOUNT_NOT_POSITIVE");
  }

  @ParameterizedTest
  @CsvSource({"2026-13,2026-13", "2026-00,2026-11", "2026-12,2026-11", "11-2026,11-2026", "2026-1,2026-11", "'2026/11',2026-11",
      "0202-11,2026-11"})
  void refusesMonthsThatAreNoMonthsOrRunBackwards(String from, String to) {
    assertThat(line().months(from, to).decision()).isEqualTo("MONTHS_MALFORMED");
  }

  @ParameterizedTest
  @CsvSource(nullValues = "null", value = {"null,ACCEPTED", "'',ACCEPTED", "1945,ACCEPTED", "1945-03,ACCEPTED", "1945-03-08,ACCEPTED",
      "1944-02-29,ACCEPTED", "1945-02-29,BIRTH_DATE_MALFORMED", "1945-13,BIRTH_DATE_MALFORMED", "1945-00-08,BIRTH_DATE_MALFORMED",
      "08/03/1945,BIRTH_DATE_MALFORMED", "45,BIRTH_DATE_MALFORMED", "1945-3-8,BIRTH_DATE_MALFORMED", "không rõ,BIRTH_DATE_MALFORMED"})
  void takesABirthDateOfThreeFormsOrNone(String text, String decision) {
    assertThat(line().born(text).decision()).isEqualTo(decision);
  }

  @Test
  void refusesAnUnreadableNameOfEitherPerson() {
    assertThat(line().name("NguyÔn ThÞ §øc").decision()).isEqualTo("NAME_MALFORMED");
    assertThat(line().payee("Nguyeãn Thò Ñöùc").decision()).isEqualTo("NAME_MALFORMED");
  }

  @Test
  void looksAtTheAccountsNameOnlyWhereThatIsPaid() {
    assertThat(line().accountName("DO\u0007THI").decision()).isEqualTo("NAME_MALFORMED");
    assertThat(line().accountName("DO\u0007THI").cash().decision()).isEqualTo("ACCEPTED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Иванов", "阮氏花", "DO THI HUO\u0410NG", "DO THI HUONG \u0660", "|", "\u2028", "Nguyễn Thị 花"})
  void refusesAnAccountNameThatABankFileCannotCarryWhole(String name) {
    assertThat(line().accountName(name).decision()).isEqualTo("NAME_MALFORMED");
    assertThat(line().accountName(name).sentence()).startsWith("Tên trên tài khoản ");
    assertThat(line().accountName(name).cash().decision()).isEqualTo("ACCEPTED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nguyễn Thị Đức Huyền", "H\u2019Hen Niê", "Y Blô Êban", "Rơ\u0306 Chăm \u0180un", "ＤＯ　ＴＨＩ", "Lê (Bé) 2", "Ðặng"})
  void takesAnAccountNameOfWhichNoLetterIsLost(String name) {
    assertThat(line().accountName(name).decision()).isEqualTo("ACCEPTED");
  }

  @Test
  void anotherScriptInAPersonsNameBothersNoBank() {
    assertThat(line().name("阮氏花").payee("Иванов").decision()).isEqualTo("ACCEPTED");
  }

  @Test
  void looksAtTheAuthorisedPersonsNameOnlyWhereCashIsPaid() {
    assertThat(line().authorised("Ph¹m V¨n Hïng").cash().decision()).isEqualTo("NAME_MALFORMED");
    assertThat(line().authorised("Ph¹m V¨n Hïng").decision()).isEqualTo("ACCEPTED");
  }

  @Test
  void refusesAnEntitlementOfAnotherProgramme() {
    assertThat(line().programme("NCC").decision()).isEqualTo("PROGRAMME_DIFFERS");
  }

  @ParameterizedTest
  @CsvSource({"REGULAR,2026-10,2026-10,OUTSIDE_PERIOD", "REGULAR,2026-11,2026-12,OUTSIDE_PERIOD",
      "ARREARS,2026-08,2026-10,ACCEPTED", "ONE_OFF,2026-10,2026-10,ACCEPTED"})
  void onlyRegularMonthsMustLieInThePayrollsPeriod(LineKind kind, String from, String to, String decision) {
    assertThat(line().kind(kind).months(from, to).decision()).isEqualTo(decision);
  }

  @Test
  void regularMonthsMayBeAllOfATwoMonthPeriod() {
    assertThat(line().period("2026-11", "2026-12").months("2026-11", "2026-12").decision()).isEqualTo("ACCEPTED");
  }

  @ParameterizedTest
  @CsvSource(nullValues = "null", value = {
      // the entitlement's own ends; the month of either end is still owed
      "2026-11-20,null,2026-11,2026-11,ACCEPTED", "2026-12-01,null,2026-11,2026-11,NOT_ENTITLED",
      "2020-01-01,2026-11-01,2026-11,2026-11,ACCEPTED", "2020-01-01,2026-10-31,2026-11,2026-11,NOT_ENTITLED",
      "2026-10-15,null,2026-09,2026-11,HELD SOME_MONTHS_NOT_OWED", "2020-01-01,2026-10-01,2026-09,2026-11,HELD SOME_MONTHS_NOT_OWED"})
  void arrearsObeyTheEntitlementsEnds(String validFrom, String validTo, String from, String to, String decision) {
    assertThat(line().kind(LineKind.ARREARS).valid(validFrom, validTo).months(from, to).decision()).isEqualTo(decision);
  }

  @ParameterizedTest
  @EnumSource(value = LifeStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
  void theMonthInWhichAStatusBeginsIsStillOwedAndLaterOnesAreNot(LifeStatus status) {
    assertThat(line().status(status, "2026-11-01").decision()).isEqualTo("ACCEPTED");
    assertThat(line().status(status, "2026-10-31").decision()).isEqualTo(status.name());
    assertThat(line().period("2026-11", "2026-12").months("2026-11", "2026-12").status(status, "2026-11-30").decision())
        .isEqualTo("HELD SOME_MONTHS_NOT_OWED");
  }

  @Test
  void arrearsForMonthsBeforeADeathAreOwed() {
    assertThat(line().kind(LineKind.ARREARS).months("2026-06", "2026-08").status(LifeStatus.DECEASED, "2026-08-02").decision())
        .isEqualTo("ACCEPTED");
  }

  @Test
  void monthsOutsideForTwoCausesCountTogether() {
    Lines both = line().kind(LineKind.ARREARS).months("2026-06", "2026-09").valid("2026-08-10", null)
        .status(LifeStatus.DECEASED, "2026-07-03");
    assertThat(both.decision()).isEqualTo("DECEASED");
    assertThat(both.sentence()).contains("06/2026 đến 09/2026").contains("đã mất từ tháng 07/2026").contains("hiệu lực từ tháng 08/2026");

    Lines some = line().kind(LineKind.ARREARS).months("2026-06", "2026-09").valid("2026-07-10", null)
        .status(LifeStatus.MOVED, "2026-08-03");
    assertThat(some.decision()).isEqualTo("HELD SOME_MONTHS_NOT_OWED");
    assertThat(some.sentence()).contains("Tháng 06/2026 và tháng 09/2026 không được hưởng").contains("chỉ còn tháng 07/2026 đến 08/2026");
  }

  @Test
  void theEntitlementIsTheCauseWhereItAloneLeavesNoMonth() {
    assertThat(line().kind(LineKind.ARREARS).months("2026-06", "2026-09").valid("2020-01-01", "2026-05-31")
        .status(LifeStatus.MOVED, "2026-08-03").decision()).isEqualTo("NOT_ENTITLED");
  }

  @ParameterizedTest
  @EnumSource(value = LifeStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
  void aStatusWithoutADateIsHeld(LifeStatus status) {
    assertThat(line().status(status, null).decision()).isEqualTo("HELD STATUS_WITHOUT_DATE");
  }

  @Test
  void aFuneralNeedsADeath() {
    assertThat(line().kind(LineKind.FUNERAL).decision()).isEqualTo("NO_DEATH");
    assertThat(line().kind(LineKind.FUNERAL).status(LifeStatus.MOVED, "2026-01-01").decision()).isEqualTo("NO_DEATH");
    assertThat(line().kind(LineKind.FUNERAL).status(LifeStatus.DECEASED, "2026-08-20").decision()).isEqualTo("ACCEPTED");
  }

  @Test
  void aOneOffForSomebodyDeadBeforeItsMonthIsHeld() {
    assertThat(line().kind(LineKind.ONE_OFF).status(LifeStatus.DECEASED, "2026-10-31").decision()).isEqualTo("HELD DEAD_ONE_OFF");
    assertThat(line().kind(LineKind.ONE_OFF).status(LifeStatus.DECEASED, "2026-11-01").decision()).isEqualTo("ACCEPTED");
    assertThat(line().kind(LineKind.ONE_OFF).status(LifeStatus.MOVED, "2026-10-31").decision()).isEqualTo("ACCEPTED");
  }

  @ParameterizedTest
  @CsvSource({"12345,ACCOUNT_MALFORMED", "123456,ACCEPTED", "0012345678901234567,ACCEPTED", "12345678901234567890,ACCOUNT_MALFORMED",
      "1.23E+12,ACCOUNT_MALFORMED", "2700 205 123456,ACCOUNT_MALFORMED", "9704051234567890,CARD_NUMBER", "9704051234567890123,CARD_NUMBER",
      "970405123456789,ACCEPTED", "97040512345678901,ACCEPTED"})
  void anAccountHasSixToNineteenDigitsAndIsNoCard(String accountNo, String decision) {
    assertThat(line().accountNo(accountNo).decision()).isEqualTo(decision);
  }

  @Test
  void theAccountDoesNotMatterWhereCashIsPaid() {
    assertThat(line().accountNo("9704051234567890").cash().decision()).isEqualTo("ACCEPTED");
    assertThat(line().accountsOfOneDay(2).cash().decision()).isEqualTo("ACCEPTED");
    assertThat(line().noAccount().cash().decision()).isEqualTo("ACCEPTED");
  }

  @Test
  void twoAccountsOfOneNewestDayAreHeld() {
    assertThat(line().accountsOfOneDay(2).decision()).isEqualTo("HELD TWO_ACCOUNTS");
  }

  @Test
  void aRefusalWinsOverAHold() {
    assertThat(line().accountNo("12").status(LifeStatus.STOPPED, null).decision()).isEqualTo("ACCOUNT_MALFORMED");
  }

  @Test
  void theFirstRefusalWins() {
    assertThat(line().amount(0).name("NguyÔn").communeUnknown().decision()).isEqualTo("COMMUNE_UNKNOWN");
  }

  @ParameterizedTest
  @EnumSource(value = LineKind.class, mode = EnumSource.Mode.EXCLUDE, names = {"CARRY_OVER", "FUNERAL"})
  void aCarryOverThatEqualsTheLineItNamesIsAccepted(LineKind kind) {
    assertThat(line().months("2026-10", "2026-10").carrying(kind).decision()).isEqualTo("ACCEPTED");
  }

  @ParameterizedTest
  @MethodSource("carriesThatDiffer")
  void aCarryOverThatDiffersFromWhatItNamesIsRefused(String what, UnaryOperator<Lines> twist, String decision) {
    assertThat(twist.apply(line().months("2026-10", "2026-10").carrying(LineKind.REGULAR)).decision()).as(what).isEqualTo(decision);
  }

  static Stream<Arguments> carriesThatDiffer() {
    LineRef origin = new LineRef("BTXH-25-04792-2026-10", 7);
    MonthRange october = new MonthRange(YearMonth.of(2026, 10), YearMonth.of(2026, 10));
    MonthRange september = new MonthRange(YearMonth.of(2026, 9), YearMonth.of(2026, 9));
    List<Object[]> cases = List.of(
        twist("named entitlement", l -> l.naming(new CarriedLine("QD-0002", "2026-10", "2026-10", 500_000, origin)), "NOT_CARRIED"),
        twist("named months", l -> l.naming(new CarriedLine("QD-0001", "2026-09", "2026-10", 500_000, origin)), "NOT_CARRIED"),
        twist("named amount", l -> l.naming(new CarriedLine("QD-0001", "2026-10", "2026-10", 400_000, origin)), "AMOUNT_DIFFERS"),
        twist("no payout", l -> l.revives(null), "NOT_CARRIED"),
        twist("payout not waiting", l -> l.revives(payout("BTXH", october, 500_000, false)), "NOT_CARRIED"),
        twist("payout's programme", l -> l.revives(payout("NCC", october, 500_000, true)), "NOT_CARRIED"),
        twist("payout's months", l -> l.revives(payout("BTXH", september, 500_000, true)), "NOT_CARRIED"),
        twist("payout's amount", l -> l.revives(payout("BTXH", october, 450_000, true)), "AMOUNT_DIFFERS"));
    return cases.stream().map(Arguments::of);
  }

  @Test
  void aCarryOverObeysTheRuleOfTheKindItCarries() {
    assertThat(line().months("2026-10", "2026-10").carrying(LineKind.REGULAR).status(LifeStatus.DECEASED, "2026-09-09").decision())
        .isEqualTo("DECEASED");
    assertThat(line().months("2026-10", "2026-10").carrying(LineKind.ONE_OFF).status(LifeStatus.DECEASED, "2026-09-09").decision())
        .isEqualTo("HELD DEAD_ONE_OFF");
    assertThat(line().months("2026-10", "2026-10").carrying(LineKind.FUNERAL).decision()).isEqualTo("NO_DEATH");
    assertThat(line().months("2026-10", "2026-10").carrying(LineKind.FUNERAL).status(LifeStatus.DECEASED, "2026-09-09").decision())
        .isEqualTo("ACCEPTED");
  }

  @ParameterizedTest
  @MethodSource("wrongLines")
  void noSentenceNamesAPersonAnAccountOrABenefit(Lines wrong) {
    assertThat(wrong.sentence()).isNotBlank().endsWith(".")
        .doesNotContain("025145001234", "025071004321", "2700205123456", "9704051234567890", "Huyền", "Hường", "QD-0001", "NH-0001");
  }

  static Stream<Lines> wrongLines() {
    return Stream.of(line().communeUnknown(), line().period("x", "y"), line().amount(0), line().months("x", "y"), line().born("x"),
        line().name("NguyÔn ThÞ Huyền"), line().programme("NCC"), line().months("2026-10", "2026-10"),
        line().accountNo("9704051234567890"), line().accountNo("1"), line().accountsOfOneDay(2), line().cash().placeNotServed(),
        line().status(LifeStatus.DECEASED, "2026-01-01"), line().status(LifeStatus.DECEASED, null), line().kind(LineKind.FUNERAL),
        line().kind(LineKind.ONE_OFF).status(LifeStatus.DECEASED, "2026-01-01"), line().carrying(LineKind.REGULAR).revives(null),
        line().carrying(LineKind.REGULAR).amount(1));
  }

  @Test
  void everyCodeFitsItsColumn() {
    assertThat(RefusalReason.values()).allMatch(reason -> reason.name().length() <= 20);
    assertThat(HoldReason.values()).allMatch(reason -> reason.name().length() <= 30);
  }

  private static Object[] twist(String what, UnaryOperator<Lines> twist, String decision) {
    return new Object[] {what, twist, decision};
  }

  private static CarriedPayout payout(String programme, MonthRange months, long amount, boolean waiting) {
    return new CarriedPayout(42, "QD-0001", programme, LineKind.REGULAR, months, amount, waiting);
  }
}
