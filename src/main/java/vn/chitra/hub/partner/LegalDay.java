package vn.chitra.hub.partner;

import java.time.LocalDate;
import java.time.YearMonth;

/** The two days of a month that the law sets for payments (ND20 art. 34; TT44 art. 8); each is the last day on which it may be done. */
public enum LegalDay {
  /** Lists and money of the next month are handed over before the 25th. */
  HAND_OVER(24, 1),
  /** Each organisation reports the month before the 20th. */
  REPORT(19, 0);

  private final int dayOfMonth;
  private final int monthsAhead;

  LegalDay(int dayOfMonth, int monthsAhead) {
    this.dayOfMonth = dayOfMonth;
    this.monthsAhead = monthsAhead;
  }

  /** The next such day, today included. */
  public LocalDate next(LocalDate today) {
    LocalDate inThisMonth = today.withDayOfMonth(dayOfMonth);
    return today.isAfter(inThisMonth) ? inThisMonth.plusMonths(1) : inThisMonth;
  }

  /** The day by which that month is handed over or reported. */
  public LocalDate of(YearMonth month) {
    return month.minusMonths(monthsAhead).atDay(dayOfMonth);
  }

  /** The month that is handed over or reported by that day. */
  public YearMonth month(LocalDate day) {
    return YearMonth.from(day).plusMonths(monthsAhead);
  }
}
