package vn.chitra.hub.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankingCalendarTests {

  private static final String HEADING = "date,name,note\n";

  private final BankingCalendar calendar = ShippedMappings.loaded().calendar();
  private final Partners partners = ShippedMappings.loaded().partners();
  private final Promises promises = new Promises(calendar);

  @TempDir
  Path mappings;

  @ParameterizedTest(name = "{0} + {1} = {2} ({3})")
  @CsvSource({
      "2026-11-23, 4, 2026-11-30, over Vietnam Culture Day and a weekend",
      "2027-02-04, 4, 2027-02-15, over Tết 2027 and two weekends",
      "2026-11-28, 1, 2026-11-30, from a Saturday",
      "2026-11-28, 0, 2026-11-28, no day",
      "2027-12-30, 4, 2028-01-05, into a year without a row: weekends only"})
  void deadlinesCountBankingDays(LocalDate from, int days, LocalDate until, String why) {
    assertThat(calendar.plusBankingDays(from, days)).as(why).isEqualTo(until);
  }

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource({
      "agribank, 2027-02-04, 2027-02-15",
      "bidv, 2027-02-04, 2027-02-15",
      "vietcombank, 2027-02-04, 2027-02-15",
      "mb, 2027-02-04, 2027-02-15",
      "buu-dien, 2027-02-04, 2027-02-06",
      "xa, 2027-02-04, 2027-02-06"})
  void aPromiseInDaysIsOneOfBankingDaysWhereThePartnerWorksOnBankingDaysOnly(String partner, LocalDate from, LocalDate until) {
    assertThat(promises.answerDueOn(partners.byId(partner).orElseThrow(), from)).isEqualTo(until);
  }

  @Test
  void aPromiseInHoursIsCountedByTheClockAndOneOfWholeDaysIsNot() {
    PartnerProfile bank = partners.byId("agribank").orElseThrow();
    Instant now = Instant.parse("2027-02-10T03:00:00Z");

    assertThat(promises.over(bank, Duration.ofHours(4), now)).isEqualTo("2027-02-09T23:00:00Z");
    assertThat(promises.over(bank, Duration.ofDays(1), now)).as("the day before Tết").isEqualTo("2027-02-04T03:00:00Z");
  }

  @Test
  void aDayOfAYearWithoutARowIsNoKnownBankingDayWhateverTheYear() {
    for (LocalDate day : Set.of(LocalDate.of(2025, 11, 27), LocalDate.of(2028, 1, 5), LocalDate.of(2062, 1, 4), LocalDate.of(1, 1, 3),
        LocalDate.MIN, LocalDate.MAX)) {
      assertThat(calendar.knows(day)).isFalse();
      assertThat(calendar.isBankingDay(day)).isFalse();
      assertThat(calendar.nextBankingDay(day)).isEmpty();
    }
    assertThat(calendar.lastYearFrom(LocalDate.of(2026, 11, 1))).contains(2027);
    assertThat(calendar.lastYearFrom(LocalDate.of(2025, 11, 1))).isEmpty();
  }

  @Test
  void aMakeUpSaturdayIsABankingDay() throws IOException {
    copyShipped();
    Files.writeString(mappings.resolve("calendar/make-up-days.csv"), HEADING + "2026-12-05,Làm bù,\n");

    BankingCalendar made = load().calendar();

    assertThat(made.isBankingDay(LocalDate.of(2026, 12, 5))).isTrue();
    assertThat(made.isBankingDay(LocalDate.of(2026, 12, 12))).isFalse();
    assertThat(made.plusBankingDays(LocalDate.of(2026, 12, 4), 1)).isEqualTo(LocalDate.of(2026, 12, 5));
    assertThat(made.nextBankingDay(LocalDate.of(2026, 12, 5))).contains(LocalDate.of(2026, 12, 5));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"2026-12-04, thứ bảy hoặc chủ nhật", "2026-12-5, ngày yyyy-MM-dd", "2027-02-06, vừa là ngày nghỉ vừa là ngày làm bù"})
  void aMakeUpDayThatCannotBeOneIsAnError(String day, String reason) throws IOException {
    copyShipped();
    Files.writeString(mappings.resolve("calendar/make-up-days.csv"), HEADING + day + ",Làm bù,\n");

    assertThatThrownBy(this::load).isInstanceOf(MappingsInvalidException.class).hasMessageContaining("calendar/make-up-days.csv:2 [date]")
        .hasMessageContaining(reason);
  }

  private void copyShipped() throws IOException {
    Path shipped = Path.of("mappings");
    try (Stream<Path> files = Files.walk(shipped)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = mappings.resolve(shipped.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private Mappings load() throws IOException {
    return Mappings.load(mappings.toUri().toString(), ShippedMappings.VOCABULARY);
  }
}
