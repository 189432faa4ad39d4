package vn.chitra.hub.reconciliation.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.ShippedMappings;
import vn.chitra.hub.support.Zone;

/** From which minute on a statement is late. */
class StatementClockTests {

  /** 25 November 2026 is a Wednesday. */
  @ParameterizedTest(name = "{0} at {1}: to {2}")
  @CsvSource({
      "agribank, 2026-11-25T18:00:00, 2026-11-24, 2026-11-25T18:15",
      "agribank, 2026-11-25T18:14:59, 2026-11-24, 2026-11-25T18:15",
      "agribank, 2026-11-25T18:15:00, 2026-11-25, 2026-11-26T18:15",
      "vietcombank, 2026-11-25T18:14:59, 2026-11-24, 2026-11-25T18:15",
      "mb, 2026-11-25T18:00:00, 2026-11-24, 2026-11-25T19:15",
      "mb, 2026-11-25T19:14:59, 2026-11-24, 2026-11-25T19:15",
      "mb, 2026-11-25T19:15:00, 2026-11-25, 2026-11-26T19:15"})
  void nothingIsLateInTheMinuteInWhichItIsDue(String bank, LocalDateTime now, LocalDate lastDue, LocalDateTime next) {
    StatementClock clock = at(now);

    assertThat(clock.lastDueDay(profile(bank))).isEqualTo(lastDue);
    assertThat(clock.nextDue(profile(bank)).toLocalDateTime()).isEqualTo(next);
  }

  /** The 24th is a holiday. */
  @Test
  void theNextStatementsAreThoseOfBankingDays() {
    assertThat(at(LocalDateTime.parse("2026-11-20T18:14:59")).nextDues(profile("agribank"), 4))
        .extracting(due -> due.toLocalDateTime().toString())
        .containsExactly("2026-11-20T18:15", "2026-11-23T18:15", "2026-11-25T18:15", "2026-11-26T18:15");
  }

  /** Matching looks again when time alone made something late, and not before. */
  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
      "agribank, 2026-11-25T18:14:59, 2026-11-25T00:00", "agribank, 2026-11-25T18:15:00, 2026-11-25T18:15",
      "mb, 2026-11-25T19:14:59, 2026-11-25T00:00", "mb, 2026-11-25T19:15:00, 2026-11-25T19:15"})
  void theTurnIsTheMomentAtWhichItBecomesLate(String bank, LocalDateTime now, LocalDateTime turn) {
    assertThat(at(now).lastTurn(profile(bank))).isEqualTo(vietnam(turn));
  }

  private static StatementClock at(LocalDateTime now) {
    return new StatementClock(Clock.fixed(vietnam(now), Zone.VIETNAM), ShippedMappings.loaded().calendar());
  }

  private static Instant vietnam(LocalDateTime time) {
    return time.atZone(Zone.VIETNAM).toInstant();
  }

  private static PartnerProfile profile(String bank) {
    return ShippedMappings.loaded().partners().byId(bank).orElseThrow();
  }
}
