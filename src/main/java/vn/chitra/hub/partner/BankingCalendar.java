package vn.chitra.hub.partner;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The banking days: no Saturday, no Sunday, no public holiday. Holidays are decided each year, so a day in a year without a row in the file
 * has no answer. Immutable.
 */
public final class BankingCalendar {

  private static final String FILE = "calendar/holidays.csv";
  private static final List<String> COLUMNS = List.of("date", "name", "note");

  private final Set<LocalDate> holidays;
  private final Set<Integer> years;

  private BankingCalendar(Set<LocalDate> holidays) {
    this.holidays = Set.copyOf(holidays);
    this.years = holidays.stream().map(LocalDate::getYear).collect(Collectors.toUnmodifiableSet());
  }

  static BankingCalendar read(MappingFiles files, MappingErrors errors) {
    Set<LocalDate> holidays = new HashSet<>();
    for (CsvRow row : files.csv(FILE, COLUMNS, errors)) {
      LocalDate day = row.value("date", LocalDate::parse, LocalDate.MIN, "ngày yyyy-MM-dd");
      if (!holidays.add(day)) {
        row.error("date", "ngày lặp lại");
      }
    }
    return new BankingCalendar(holidays);
  }

  /** @throws IllegalStateException when the file has no holidays for that year */
  public boolean isBankingDay(LocalDate day) {
    if (!years.contains(day.getYear())) {
      throw new IllegalStateException(FILE + " không có ngày nghỉ lễ của năm " + day.getYear());
    }
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !holidays.contains(day);
  }

  /**
   * The day itself when banks work then.
   *
   * @throws IllegalStateException when the search meets a year without holidays in the file
   */
  public LocalDate nextBankingDay(LocalDate onOrAfter) {
    LocalDate day = onOrAfter;
    while (!isBankingDay(day)) {
      day = day.plusDays(1);
    }
    return day;
  }
}
