package vn.chitra.hub.payroll;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A birth date in one of three forms: {@code YYYY}, {@code YYYY-MM}, {@code YYYY-MM-DD}; it may be missing. */
public final class BirthDate {

  private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");
  private static final Pattern YEAR_MONTH = Pattern.compile("[12]\\d{3}-\\d\\d");
  private static final Pattern DAY = Pattern.compile("[12]\\d{3}-\\d\\d-\\d\\d");

  private BirthDate() {}

  /** Missing, or of one of the three forms and a day that exists. */
  static boolean isUsable(@Nullable String text) {
    if (isMissing(text) || YEAR.matcher(text).matches()) {
      return true;
    }
    try {
      if (DAY.matcher(text).matches()) {
        LocalDate.parse(text);
        return true;
      }
      if (YEAR_MONTH.matcher(text).matches()) {
        YearMonth.parse(text);
        return true;
      }
      return false;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }

  /** The year of a usable birth date, or null where it is missing. */
  public static @Nullable Integer year(@Nullable String text) {
    return isMissing(text) ? null : Integer.valueOf(text.substring(0, 4));
  }

  private static boolean isMissing(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
