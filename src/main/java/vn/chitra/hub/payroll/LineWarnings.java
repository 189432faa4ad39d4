package vn.chitra.hub.payroll;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The warnings about an accepted line; a warning refuses or holds nothing. */
final class LineWarnings {

  /** Above this only arrears, funeral or one-off money is ordinary; dong a month. */
  private static final long UNUSUAL_MONTHLY_VND = 30_000_000L;
  private static final Pattern PERSONAL_NO = Pattern.compile("\\d{12}");

  private LineWarnings() {}

  /** The warnings about a line that was not refused. */
  static Set<Warning> of(PayrollLine line, CheckContext context, CommuneRegister communes) {
    Set<Warning> warnings = EnumSet.noneOf(Warning.class);
    aboutPersonalNo(line.beneficiary(), warnings);
    String own = line.beneficiary().communeCode();
    if (!communes.known(own, context.payroll().payFrom())) {
      warnings.add(Warning.PERSON_COMMUNE_UNKNOWN);
    } else if (!own.equals(context.payroll().communeCode())) {
      warnings.add(Warning.PERSON_COMMUNE_DIFFERS);
    }
    if (context.kindOf(line) == LineKind.REGULAR
        && line.amountVnd() / line.checkedMonths().length() > UNUSUAL_MONTHLY_VND) {
      warnings.add(Warning.AMOUNT_UNUSUAL);
    }
    return warnings;
  }

  /** The 4th digit of a CCCD says century and sex, the 5th and 6th the year; the very old and children may have none. */
  private static void aboutPersonalNo(PayrollLine.Beneficiary person, Set<Warning> warnings) {
    String number = person.personalNo();
    if (number == null || number.isBlank()) {
      return;
    }
    if (!PERSONAL_NO.matcher(number).matches()) {
      warnings.add(Warning.PERSONAL_NO_FORM);
    } else if (sexDiffers(number, person.sex()) || yearDiffers(number, BirthDate.year(person.birthDate()))) {
      warnings.add(Warning.PERSONAL_NO_AT_ODDS);
    }
  }

  private static boolean sexDiffers(String number, @Nullable String sex) {
    boolean male = (number.charAt(3) - '0') % 2 == 0;
    return "M".equals(sex) && !male || "F".equals(sex) && male;
  }

  private static boolean yearDiffers(String number, @Nullable Integer birthYear) {
    int encoded = 1900 + (number.charAt(3) - '0') / 2 * 100 + Integer.parseInt(number.substring(4, 6));
    return birthYear != null && birthYear != encoded;
  }
}
