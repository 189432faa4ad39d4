package vn.chitra.hub.reconciliation.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days of one funding account in order. A day counts once it follows the day before: no banking day between them is missing, and its
 * opening balance is the previous closing balance (contract §1.4). The earliest day needs no predecessor; once a day counts, an earlier
 * one counts only when it leads to it without a gap. It only decides; it stores nothing.
 */
final class StatementChain {

  private final Predicate<LocalDate> bankingDay;
  private final Set<LocalDate> excused;
  private final Set<LocalDate> acceptedGaps;

  /**
   * @param excused days for which a person confirmed that no statement comes
   * @param acceptedGaps days whose opening a person accepted although it does not follow
   */
  StatementChain(Predicate<LocalDate> bankingDay, Set<LocalDate> excused, Set<LocalDate> acceptedGaps) {
    this.bankingDay = bankingDay;
    this.excused = Set.copyOf(excused);
    this.acceptedGaps = Set.copyOf(acceptedGaps);
  }

  /** A statement that does not follow its neighbour: balance {@code reportedVnd} instead of {@code expectedVnd}, dong. */
  record Gap(StatementDay day, long expectedVnd, long reportedVnd) {}

  /** @param chained ids of statements that count from now on, @param stray days before the first that counts which do not lead to it */
  record Outcome(List<Long> chained, List<Gap> gaps, List<StatementDay> stray) {}

  /** @param days of one account, by date, no date twice */
  Outcome follow(List<StatementDay> days) {
    Set<Long> counting = new HashSet<>();
    days.stream().filter(StatementDay::chained).forEach(day -> counting.add(day.statementId()));
    List<Long> chained = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    int first = first(days);
    List<StatementDay> stray = backwards(days, first, counting, chained, gaps);
    for (int i = first; i < days.size(); i++) {
      StatementDay day = days.get(i);
      StatementDay before = i == first ? null : days.get(i - 1);
      StatementDay after = i == days.size() - 1 || !days.get(i + 1).chained() ? null : days.get(i + 1);
      if (day.chained() || before != null && !counting.contains(before.statementId()) || aDayIsMissing(before, day, after)) {
        continue;
      }
      Gap gap = gap(before, day, after);
      if (gap == null) {
        counting.add(day.statementId());
        chained.add(day.statementId());
      } else {
        gaps.add(gap);
      }
    }
    return new Outcome(chained, gaps, stray);
  }

  /** Where the chain begins: at the first day that counts, or at the earliest one. */
  private static int first(List<StatementDay> days) {
    return IntStream.range(0, days.size()).filter(i -> days.get(i).chained()).findFirst().orElse(0);
  }

  /** The days before the first one that counts, from the last to the earliest. @return those that do not lead to it */
  private List<StatementDay> backwards(List<StatementDay> days, int first, Set<Long> counting, List<Long> chained, List<Gap> gaps) {
    List<StatementDay> stray = new ArrayList<>();
    for (int i = first - 1; i >= 0; i--) {
      StatementDay day = days.get(i);
      StatementDay after = days.get(i + 1);
      Gap gap = gap(null, day, after);
      if (!counting.contains(after.statementId()) || aDayIsMissing(null, day, after)) {
        stray.add(0, day);
      } else if (gap != null) {
        gaps.add(gap);
      } else {
        counting.add(day.statementId());
        chained.add(0, day.statementId());
      }
    }
    return stray;
  }

  /** Banking days from one to another, both included, that are neither present nor excused. */
  List<LocalDate> missing(LocalDate from, LocalDate to, Set<LocalDate> present) {
    return days(from, to.plusDays(1)).filter(day -> !present.contains(day)).filter(this::isAwaited).toList();
  }

  private boolean aDayIsMissing(@Nullable StatementDay before, StatementDay day, @Nullable StatementDay after) {
    return before != null && days(before.date().plusDays(1), day.date()).anyMatch(this::isAwaited)
        || after != null && days(day.date().plusDays(1), after.date()).anyMatch(this::isAwaited);
  }

  private @Nullable Gap gap(@Nullable StatementDay before, StatementDay day, @Nullable StatementDay after) {
    if (acceptedGaps.contains(day.date())) {
      return null;
    }
    if (before != null && before.closingVnd() != day.openingVnd()) {
      return new Gap(day, before.closingVnd(), day.openingVnd());
    }
    return after != null && after.openingVnd() != day.closingVnd() ? new Gap(day, after.openingVnd(), day.closingVnd()) : null;
  }

  private boolean isAwaited(LocalDate day) {
    return bankingDay.test(day) && !excused.contains(day);
  }

  private static Stream<LocalDate> days(LocalDate from, LocalDate before) {
    return from.isBefore(before) ? from.datesUntil(before) : Stream.empty();
  }
}
