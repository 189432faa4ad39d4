package vn.chitra.hub.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueDatesTests {

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private final BankingCalendar calendar = ShippedMappings.loaded().calendar();
  private final ValueDates valueDates = ShippedMappings.loaded().valueDates();
  private final PartnerProfile bank = ShippedMappings.loaded().partners().byId("agribank").orElseThrow();

  @ParameterizedTest(name = "pay_from {0}, now {1}: {2} ({3})")
  @CsvSource({
      "2026-11-25, 2026-11-23T09:00, 2026-11-25, pay_from in the future stands",
      "2026-11-23, 2026-11-23T09:00, 2026-11-23, today before the cut-off",
      "2026-11-23, 2026-11-23T15:59:59, 2026-11-23, the last second before the cut-off",
      "2026-11-23, 2026-11-23T16:00, 2026-11-25, at the cut-off; the 24th is Vietnam Culture Day",
      "2026-11-24, 2026-11-20T09:00, 2026-11-25, pay_from on a holiday",
      "2026-11-02, 2026-11-24T09:00, 2026-11-25, pay_from in the past and today a holiday",
      "2026-11-02, 2026-11-20T17:00, 2026-11-23, Friday after the cut-off",
      "2026-11-21, 2026-11-20T09:00, 2026-11-23, pay_from on a Saturday",
      "2026-11-02, 2026-11-22T09:00, 2026-11-23, sent on a Sunday",
      "2027-02-05, 2027-02-04T09:00, 2027-02-10, Tết 2027 with its weekend",
      "2027-02-04, 2027-02-04T16:30, 2027-02-10, after the last cut-off before Tết",
      "2027-01-01, 2026-12-31T16:00, 2027-01-04, over New Year"})
  void valueDate(LocalDate payFrom, LocalDateTime now, LocalDate expected, String why) {
    assertThat(valueDates.valueDate(bank, payFrom, now.atZone(VIETNAM).toInstant())).as(why).contains(expected);
  }

  @Test
  void theDayIsVietnamsNotGreenwichs() {
    // 23:30 UTC on Sunday 22nd is Monday 23rd 06:30 in Vietnam.
    assertThat(valueDates.valueDate(bank, LocalDate.of(2026, 11, 2), Instant.parse("2026-11-22T23:30:00Z")))
        .contains(LocalDate.of(2026, 11, 23));
  }

  @Test
  void weekendsAndHolidaysAreNoBankingDays() {
    assertThat(calendar.isBankingDay(LocalDate.of(2026, 11, 20))).isTrue();
    assertThat(calendar.isBankingDay(LocalDate.of(2026, 11, 21))).isFalse();
    assertThat(calendar.isBankingDay(LocalDate.of(2026, 11, 22))).isFalse();
    assertThat(calendar.isBankingDay(LocalDate.of(2026, 11, 24))).isFalse();
    assertThat(calendar.isBankingDay(LocalDate.of(2027, 2, 6))).isFalse();
    assertThat(calendar.nextBankingDay(LocalDate.of(2027, 2, 5))).contains(LocalDate.of(2027, 2, 10));
    assertThat(calendar.nextBankingDay(LocalDate.of(2027, 2, 10))).contains(LocalDate.of(2027, 2, 10));
  }

  @Test
  void aYearWithoutHolidaysHasNoReply() {
    LocalDate newYear2028 = LocalDate.of(2028, 1, 3);

    assertThat(calendar.knows(newYear2028)).isFalse();
    assertThat(calendar.isBankingDay(newYear2028)).isFalse();
    assertThat(calendar.nextBankingDay(LocalDate.of(2027, 12, 31))).contains(LocalDate.of(2027, 12, 31));
    assertThat(valueDates.valueDate(bank, newYear2028, newYear2028.atStartOfDay(VIETNAM).toInstant())).isEmpty();
    assertThat(valueDates.valueDate(bank, newYear2028, Instant.parse("2026-11-22T23:30:00Z"))).isEmpty();
    assertThat(valueDates.valueDate(bank, LocalDate.of(2027, 12, 31), Instant.parse("2027-12-31T09:30:00Z"))).as("after the cut-off")
        .isEmpty();
  }
}
