package vn.chitra.hub.reconciliation.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StatementChainTests {

  private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
  private static final LocalDate FRIDAY = THURSDAY.plusDays(1);
  private static final LocalDate SATURDAY = THURSDAY.plusDays(2);
  private static final LocalDate MONDAY = THURSDAY.plusDays(4);
  private static final LocalDate TUESDAY = THURSDAY.plusDays(5);

  @Test
  void theFirstDayCountsAndTheOthersFollowOverTheWeekend() {
    assertThat(chain().follow(List.of(waiting(THURSDAY, 0, 100), waiting(FRIDAY, 100, 40), waiting(MONDAY, 40, 40))).chained())
        .containsExactly(26L, 27L, 30L);
  }

  @Test
  void aDayAfterAMissingOneWaitsAndIsNoGap() {
    StatementChain.Outcome outcome = chain().follow(List.of(chained(THURSDAY, 0, 100), waiting(MONDAY, 40, 40)));
    assertThat(outcome.chained()).isEmpty();
    assertThat(outcome.gaps()).isEmpty();
  }

  @Test
  void aDayThatAPersonExcusedIsNotWaitedFor() {
    StatementChain excusing = new StatementChain(StatementChainTests::isBankingDay, Set.of(FRIDAY), Set.of());
    assertThat(excusing.follow(List.of(chained(THURSDAY, 0, 100), waiting(MONDAY, 100, 40))).chained()).containsExactly(30L);
  }

  @Test
  void oneDongBetweenTwoDaysIsAGapAndHoldsAllAfterIt() {
    StatementChain.Outcome outcome = chain().follow(List.of(chained(THURSDAY, 0, 100), waiting(FRIDAY, 101, 40), waiting(MONDAY, 40, 40)));
    assertThat(outcome.chained()).isEmpty();
    assertThat(outcome.gaps()).singleElement().satisfies(gap -> {
      assertThat(gap.day().date()).isEqualTo(FRIDAY);
      assertThat(gap.expectedVnd()).isEqualTo(100);
      assertThat(gap.reportedVnd()).isEqualTo(101);
    });
  }

  @Test
  void aGapThatAPersonAcceptedHoldsNothing() {
    StatementChain accepting = new StatementChain(StatementChainTests::isBankingDay, Set.of(), Set.of(FRIDAY));
    assertThat(accepting.follow(List.of(chained(THURSDAY, 0, 100), waiting(FRIDAY, 101, 40), waiting(MONDAY, 40, 40))).chained())
        .containsExactly(27L, 30L);
  }

  @Test
  void aLateFirstDayIsPutBeforeTheOthersWhenItFits() {
    assertThat(chain().follow(List.of(waiting(THURSDAY, 0, 100), chained(FRIDAY, 100, 40))).chained()).containsExactly(26L);
    assertThat(chain().follow(List.of(waiting(THURSDAY, 0, 99), chained(FRIDAY, 100, 40))).gaps()).hasSize(1);
  }

  @Test
  void aDayBeforeTheFirstThatDoesNotLeadToItIsStrayAndHoldsNothing() {
    StatementChain.Outcome outcome = chain().follow(List.of(waiting(THURSDAY.minusDays(20), 0, 0), waiting(THURSDAY.minusDays(17), 0, 0),
        waiting(THURSDAY.minusDays(1), 5, 0), chained(THURSDAY, 0, 100), waiting(FRIDAY, 100, 40)));

    assertThat(outcome.chained()).containsExactlyInAnyOrder(25L, 27L);
    assertThat(outcome.stray()).extracting(StatementDay::date).containsExactly(THURSDAY.minusDays(20), THURSDAY.minusDays(17));
  }

  @Test
  void aSaturdaysStatementIsTakenBetweenTwoThatCount() {
    assertThat(chain().follow(List.of(chained(FRIDAY, 100, 40), waiting(SATURDAY, 40, 40), chained(MONDAY, 40, 0))).chained())
        .containsExactly(28L);
    assertThat(chain().follow(List.of(chained(FRIDAY, 100, 40), waiting(SATURDAY, 40, 30), chained(MONDAY, 40, 0))).gaps()).hasSize(1);
  }

  @Test
  void onlyBankingDaysThatNobodyExcusedAreMissing() {
    StatementChain excusing = new StatementChain(StatementChainTests::isBankingDay, Set.of(FRIDAY), Set.of());
    assertThat(excusing.missing(THURSDAY, TUESDAY, Set.of(THURSDAY))).containsExactly(MONDAY, TUESDAY);
    assertThat(chain().missing(FRIDAY, THURSDAY, Set.of())).isEmpty();
  }

  private static StatementChain chain() {
    return new StatementChain(StatementChainTests::isBankingDay, Set.of(), Set.of());
  }

  private static boolean isBankingDay(LocalDate day) {
    return Stream.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).noneMatch(day.getDayOfWeek()::equals);
  }

  private static StatementDay waiting(LocalDate date, long opening, long closing) {
    return new StatementDay(date.getDayOfMonth(), 1, date, opening, closing, false);
  }

  private static StatementDay chained(LocalDate date, long opening, long closing) {
    return new StatementDay(date.getDayOfMonth(), 1, date, opening, closing, true);
  }
}
