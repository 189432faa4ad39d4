package vn.chitra.hub.partner;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.chitra.hub.support.Zone;

/**
 * The banking days: no Saturday, no Sunday, no public holiday, but for weekend days on which people work to make up for a holiday. Holidays
 * are decided each year, so the calendar knows only the years that have a row in its file. No method throws for a day of another year: such
 * a day is not known to be a banking day, so nothing is sent on it and no statement is awaited for it; only deadlines that reach into such
 * a year are counted, as if it had no holiday. Immutable.
 */
public final class BankingCalendar {

  private static final String HOLIDAYS = "calendar/holidays.csv";
  /** Optional: a year without a make-up day needs no row. */
  private static final String MAKE_UP_DAYS = "calendar/make-up-days.csv";
  private static final List<String> COLUMNS = List.of("date", "name", "note");
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final Set<LocalDate> holidays;
  private final Set<LocalDate> makeUpDays;
  private final Set<Integer> years;

  private BankingCalendar(Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {
    this.holidays = Set.copyOf(holidays);
    this.makeUpDays = Set.copyOf(makeUpDays);
    this.years = holidays.stream().map(LocalDate::getYear).collect(Collectors.toUnmodifiableSet());
  }

  static BankingCalendar read(MappingFiles files, MappingErrors errors) {
    Set<LocalDate> holidays = new HashSet<>();
    for (CsvRow row : files.csv(HOLIDAYS, COLUMNS, errors)) {
      day(row, holidays);
    }
    Set<LocalDate> makeUpDays = new HashSet<>();
    for (CsvRow row : files.has(MAKE_UP_DAYS) ? files.csv(MAKE_UP_DAYS, COLUMNS, errors) : List.<CsvRow>of()) {
      LocalDate day = day(row, makeUpDays);
      if (!isWeekend(day)) {
        row.error("date", "ngày làm bù phải là thứ bảy hoặc chủ nhật");
      } else if (holidays.contains(day)) {
        row.error("date", "vừa là ngày nghỉ vừa là ngày làm bù");
      }
    }
    return new BankingCalendar(holidays, makeUpDays);
  }

  private static LocalDate day(CsvRow row, Set<LocalDate> days) {
    LocalDate day = row.value("date", LocalDate::parse, LocalDate.MIN, "ngày yyyy-MM-dd");
    if (!days.add(day)) {
      row.error("date", "ngày lặp lại");
    }
    return day;
  }

  /** Whether the calendar has the holidays of the day's year. */
  public boolean knows(LocalDate day) {
    return years.contains(day.getYear());
  }

  /** The last year whose holidays the calendar has, without a year missing from this day's on; empty when the day's own is missing. */
  public Optional<Integer> lastYearFrom(LocalDate day) {
    int year = day.getYear();
    while (years.contains(year)) {
      year++;
    }
    return year == day.getYear() ? Optional.empty() : Optional.of(year - 1);
  }

  /** Whether banks are known to work on that day: false in a year that the calendar does not have. */
  public boolean isBankingDay(LocalDate day) {
    return knows(day) && isWorkingDay(day);
  }

  /** The day itself when banks work then; empty when the search meets a year that the calendar does not have. */
  public Optional<LocalDate> nextBankingDay(LocalDate onOrAfter) {
    LocalDate day = onOrAfter;
    while (knows(day) && !isWorkingDay(day)) {
      day = day.plusDays(1);
    }
    return knows(day) ? Optional.of(day) : Optional.empty();
  }

  /** The n-th banking day after a day, for a deadline. @param days 0 gives the day itself */
  public LocalDate plusBankingDays(LocalDate day, long days) {
    LocalDate then = day;
    for (long left = days; left > 0; left -= isWorkingDay(then) ? 1 : 0) {
      then = then.plusDays(1);
    }
    return then;
  }

  /** The n-th banking day before a day. @param days 0 gives the day itself */
  public LocalDate minusBankingDays(LocalDate day, long days) {
    LocalDate then = day;
    for (long left = days; left > 0; left -= isWorkingDay(then) ? 1 : 0) {
      then = then.minusDays(1);
    }
    return then;
  }

  /** The same time of day in Vietnam, that many banking days later. */
  public Instant plusBankingDays(Instant from, long days) {
    ZonedDateTime here = from.atZone(Zone.VIETNAM);
    return here.with(plusBankingDays(here.toLocalDate(), days)).toInstant();
  }

  /** The newest moment on a banking day to which that many banking days can be added without passing {@code now}. */
  public Instant minusBankingDays(Instant now, long days) {
    ZonedDateTime here = now.atZone(Zone.VIETNAM);
    LocalDate today = here.toLocalDate();
    if (days == 0 || isWorkingDay(today)) {
      return here.with(minusBankingDays(today, days)).toInstant();
    }
    return minusBankingDays(today, days + 1).atTime(LocalTime.MAX).atZone(Zone.VIETNAM).toInstant();
  }

  /** In a year that the calendar does not have only the weekend is off. */
  private boolean isWorkingDay(LocalDate day) {
    return isWeekend(day) ? makeUpDays.contains(day) : !holidays.contains(day);
  }

  private static boolean isWeekend(LocalDate day) {
    return WEEKEND.contains(day.getDayOfWeek());
  }
}
