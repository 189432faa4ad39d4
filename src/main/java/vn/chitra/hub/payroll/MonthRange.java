package vn.chitra.hub.payroll;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive months, both ends included.
 *
 * @param from first month
 * @param to last month, never before {@code from}
 */
public record MonthRange(YearMonth from, YearMonth to) {

  private static final Pattern MONTH = Pattern.compile("[12]\\d{3}-(0[1-9]|1[0-2])");
  private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("MM/yyyy");

  public MonthRange {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("months run backwards: " + from + " to " + to);
    }
  }

  /** Parses two texts of the form {@code YYYY-MM}; empty when one is no month or the first is after the second. */
  public static Optional<MonthRange> parse(String from, String to) {
    if (!MONTH.matcher(from).matches() || !MONTH.matcher(to).matches()) {
      return Optional.empty();
    }
    YearMonth first = YearMonth.parse(from);
    YearMonth last = YearMonth.parse(to);
    return first.isAfter(last) ? Optional.empty() : Optional.of(new MonthRange(first, last));
  }

  public boolean contains(MonthRange other) {
    return !other.from.isBefore(from) && !other.to.isAfter(to);
  }

  /** The part of these months from {@code earliest} to {@code latest}; a missing bound does not limit. */
  Optional<MonthRange> within(YearMonth earliest, @Nullable YearMonth latest) {
    YearMonth first = earliest.isAfter(from) ? earliest : from;
    YearMonth last = latest != null && latest.isBefore(to) ? latest : to;
    return first.isAfter(last) ? Optional.empty() : Optional.of(new MonthRange(first, last));
  }

  /** How many months. */
  public int length() {
    return (int) from.until(to, ChronoUnit.MONTHS) + 1;
  }

  /** The first day of the first month, as the hub's tables keep it. */
  public LocalDate firstDay() {
    return from.atDay(1);
  }

  /** The first day of the last month. */
  public LocalDate lastMonthsFirstDay() {
    return to.atDay(1);
  }

  /** {@code 11/2026} or {@code 11/2026 đến 12/2026}. */
  public String spoken() {
    return from.equals(to) ? spoken(from) : spoken(from) + " đến " + spoken(to);
  }

  static String spoken(YearMonth month) {
    return month.format(SPOKEN);
  }
}
