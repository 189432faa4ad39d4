package vn.chitra.hub.operations.start;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.chitra.hub.partner.LegalDay;

/**
 * The two deadlines of a month in the law: lists and money before the 25th of the previous month, the report before the 20th of the month.
 */
final class Deadlines {

  private Deadlines() {}

  /** Each day, the last on which it may be done, with what is due; the next of each. */
  static SortedMap<LocalDate, String> after(LocalDate today) {
    SortedMap<LocalDate, String> deadlines = new TreeMap<>();
    LocalDate handedOver = LegalDay.HAND_OVER.next(today);
    LocalDate reported = LegalDay.REPORT.next(today);
    deadlines.put(handedOver, "lists and money for " + LegalDay.HAND_OVER.month(handedOver) + " handed over");
    deadlines.put(reported, "settlement of " + LegalDay.REPORT.month(reported) + " reported");
    return deadlines;
  }
}
