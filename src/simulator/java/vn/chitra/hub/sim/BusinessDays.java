package vn.chitra.hub.sim;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;

/** The partners' own calendar, in Asia/Ho_Chi_Minh: banks work on neither Saturdays, Sundays nor holidays. */
public final class BusinessDays {

  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final Set<LocalDate> holidays;

  public BusinessDays(Set<LocalDate> holidays) {
    this.holidays = Set.copyOf(holidays);
  }

  /** With the holidays of 2026 and 2027. */
  public static BusinessDays vietnam() {
    return new BusinessDays(Resources.rows("/demo/holidays.csv").stream().map(row -> LocalDate.parse(row[0])).collect(Collectors.toSet()));
  }

  public boolean isBankingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !holidays.contains(day);
  }

  /** That day, or the first banking day after it. */
  public LocalDate bankingDayFrom(LocalDate day) {
    LocalDate found = day;
    while (!isBankingDay(found)) {
      found = found.plusDays(1);
    }
    return found;
  }

  public LocalDate bankingDayAfter(LocalDate day) {
    return bankingDayFrom(day.plusDays(1));
  }

  public static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(ZONE).toInstant();
  }

  public static Instant at(LocalDate day, int hour, int minute) {
    return at(day, LocalTime.of(hour, minute));
  }

  public static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }
}
