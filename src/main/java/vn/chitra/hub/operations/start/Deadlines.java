package vn.chitra.hub.operations.start;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The two deadlines of a month in the law: lists and money before the 25th of the previous month, the report before the 20th of the month.
 */
final class Deadlines {

  private static final int HANDED_OVER_BY = 24;
  private static final int REPORTED_BY = 19;

  private Deadlines() {}

  /** Each day, the last on which it may be done, with what is due; the next of each. */
  static SortedMap<LocalDate, String> after(LocalDate today) {
    SortedMap<LocalDate, String> deadlines = new TreeMap<>();
    LocalDate handedOver = next(today, HANDED_OVER_BY);
    LocalDate reported = next(today, REPORTED_BY);
    deadlines.put(handedOver, "lists and money for " + YearMonth.from(handedOver).plusMonths(1) + " handed over");
    deadlines.put(reported, "settlement of " + YearMonth.from(reported) + " reported");
    return deadlines;
  }

  private static LocalDate next(LocalDate today, int day) {
    LocalDate inThisMonth = today.withDayOfMonth(day);
    return today.isAfter(inThisMonth) ? inThisMonth.plusMonths(1) : inThisMonth;
  }
}
