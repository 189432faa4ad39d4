package vn.chitra.hub.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import vn.chitra.hub.sim.BusinessDays;

/**
 * A month that the benchmark plays, with the times at which its clock stands: all payrolls are approved, files leave, banks have answered,
 * cash is reported provisionally, the cash lists are closed.
 */
enum PlayedMonth {
  /** Not counted: the hub's JVM compiles meanwhile what it then runs for months. */
  WARM_UP(YearMonth.of(2026, 11), LocalDate.of(2026, 10, 23), LocalDate.of(2026, 10, 26), LocalDate.of(2026, 11, 2)),
  MEASURED(YearMonth.of(2026, 12), LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 25), LocalDate.of(2026, 12, 1));

  private static final int REPORT_DAY = 12;
  private static final int CLOSING_DAY = 16;

  private final YearMonth month;
  private final Instant approved;
  private final Instant sent;
  private final Instant bankAnswered;

  PlayedMonth(YearMonth month, LocalDate approved, LocalDate sent, LocalDate bankAnswered) {
    this.month = month;
    this.approved = BusinessDays.at(approved, 17, 30);
    this.sent = BusinessDays.at(sent, 15, 0);
    this.bankAnswered = BusinessDays.at(bankAnswered, 18, 0);
  }

  YearMonth month() {
    return month;
  }

  Instant approved() {
    return approved;
  }

  Instant sent() {
    return sent;
  }

  Instant bankAnswered() {
    return bankAnswered;
  }

  Instant reported() {
    return BusinessDays.at(month.atDay(REPORT_DAY), 8, 0);
  }

  Instant closed() {
    return BusinessDays.at(month.atDay(CLOSING_DAY), 18, 0);
  }
}
