package vn.chitra.hub.batch;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/**
 * The remittance text of a bank payment: at most 25 ASCII characters. It names the months and nothing else, for every programme and kind
 * alike, because a benefit's name can reveal what the law keeps secret (Decree 20/2021 art. 8).
 */
public final class BankRemark {

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("'T'MM");
  private static final DateTimeFormatter MONTH_AND_YEAR = DateTimeFormatter.ofPattern("'T'MM uuuu");

  private BankRemark() {}

  /** {@code TRO CAP T11 2026}, {@code TRO CAP T01-T02 2027} or, over New Year, {@code TRO CAP T12 2026-T01 2027}. */
  public static String of(YearMonth from, YearMonth to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("months run backwards: " + from + " to " + to);
    }
    if (from.equals(to)) {
      return "TRO CAP " + MONTH_AND_YEAR.format(to);
    }
    DateTimeFormatter first = from.getYear() == to.getYear() ? MONTH : MONTH_AND_YEAR;
    return "TRO CAP " + first.format(from) + "-" + MONTH_AND_YEAR.format(to);
  }
}
