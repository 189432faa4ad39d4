package vn.chitra.hub.channel.cash;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/** The months of a payout as a list prints them: {@code MM/yyyy} or {@code MM/yyyy-MM/yyyy} (contract §5.1 and contract §6.1). */
public final class MonthText {

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/uuuu");

  private MonthText() {}

  public static String of(YearMonth from, YearMonth to) {
    return from.equals(to) ? MONTH.format(from) : MONTH.format(from) + "-" + MONTH.format(to);
  }
}
