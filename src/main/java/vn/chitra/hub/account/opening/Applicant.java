package vn.chitra.hub.account.opening;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The payee of one entitlement, with current data from the welfare database. If the payee is the beneficiary, all fields are his. Of
 * another payee only name and personal number are known, so the beneficiary's data are not used for him.
 *
 * @param forHimself the payee is the beneficiary
 * @param birthDate {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD} of the beneficiary, or null
 * @param address the beneficiary's
 * @param communeCode the beneficiary's
 */
public record Applicant(String entitlementId, boolean forHimself, String name, @Nullable String personalNo, @Nullable String birthDate,
    @Nullable String address, String communeCode, @Nullable String phone) {

  private static final int LEAST_AGE = 15;
  private static final Pattern PERSONAL_NO = Pattern.compile("[0-9]{3}([0-9])([0-9]{2})[0-9]{6}");
  private static final Pattern OLD_CARD_NO = Pattern.compile("[0-9]{9}");
  private static final Pattern BIRTH = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");

  /** He may be sent: with a personal number, and certainly at least 15 years old on that day. */
  boolean mayBeSent(LocalDate today) {
    return personalNo != null && PERSONAL_NO.matcher(personalNo).matches()
        && latestBirthday().filter(born -> !born.plusYears(LEAST_AGE).isAfter(today)).isPresent();
  }

  /**
   * He has a personal number, but not of twelve digits, and is not known to be under 15: whoever wrote it down must correct it. Nine digits
   * are the number of an old identity card, which is no personal number: he has none yet.
   */
  boolean hasMalformedNumber(LocalDate today) {
    return personalNo != null && !personalNo.isBlank() && !PERSONAL_NO.matcher(personalNo).matches()
        && !OLD_CARD_NO.matcher(personalNo.strip()).matches() && latestBirthday().filter(born -> born.plusYears(LEAST_AGE).isAfter(today)).isEmpty();
  }

  /**
   * The birth date in the form of the file: as many of year, month and day as are known; empty for a payee other than the beneficiary, and
   * where the form is no known one.
   */
  String birthDateDigits() {
    return forHimself && birthDate != null && BIRTH.matcher(birthDate).matches() ? birthDate.replace("-", "") : "";
  }

  /** The latest possible birthday; for a payee other than the beneficiary the year in the personal number. */
  private Optional<LocalDate> latestBirthday() {
    Matcher known = BIRTH.matcher(birthDate == null ? "" : birthDate);
    if (forHimself && known.matches()) {
      int year = Integer.parseInt(known.group(1));
      int month = known.group(2) == null ? 12 : Integer.parseInt(known.group(2));
      LocalDate monthEnd = LocalDate.of(year, Math.max(1, Math.min(month, 12)), 1).plusMonths(1).minusDays(1);
      return Optional.of(known.group(3) == null ? monthEnd
          : monthEnd.withDayOfMonth(Math.max(1, Math.min(Integer.parseInt(known.group(3)), monthEnd.getDayOfMonth()))));
    }
    return yearOf(personalNo == null ? "" : personalNo).map(year -> LocalDate.of(year, 12, 31));
  }

  /** The fourth digit states century and sex, the next two the year. */
  private static Optional<Integer> yearOf(String personalNo) {
    Matcher number = PERSONAL_NO.matcher(personalNo);
    return number.matches()
        ? Optional.of(1900 + 100 * (Integer.parseInt(number.group(1)) / 2) + Integer.parseInt(number.group(2))) : Optional.empty();
  }
}
