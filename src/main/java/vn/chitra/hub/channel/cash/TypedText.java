package vn.chitra.hub.channel.cash;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.chitra.hub.support.NameFolding;

/** Parses cells as people type them and as spreadsheet programs save them. */
public final class TypedText {

  private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})");
  private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})([T ]00:00(:00)?)?");
  private static final Pattern NO_DAY = Pattern.compile("|0+(?:[/.-]0+){0,2}(?:[T ]00:00(?::00)?)?|00?[/.-]0?1[/.-](?:1900|00)");
  private static final Pattern ID = Pattern.compile("H[0-9A-HJKMNP-TV-Z]{15}|(?=.*[0-9])[A-Z][A-Z0-9]{9,23}");
  private static final Pattern REASON_CODE = Pattern.compile("[kK]\\s?(\\d{1,2})(?![\\p{L}\\d])");
  private static final Pattern REASON_CODES = Pattern.compile("(?<!\\p{L})[kK]\\s?(\\d{1,2})(?=[kK]\\s?\\d|[^\\p{L}\\d]|$)");
  /** {@code K1,2} and the like: nothing in the cell but digits and what parts them. */
  private static final Pattern BARE_DIGITS = Pattern.compile("[kK] ?\\d(?: ?(?:[,;/+&.-]|và|hoặc| ) ?(?:[kK] ?)?\\d)+");
  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern INVISIBLE = Pattern.compile("[\\u200B\\u2060\\uFEFF]");

  private static final int CENTURY = 2000;

  private TypedText() {}

  /** NFC, without invisible characters, no-break and outer blanks. */
  public static String clean(String text) {
    if (isAscii(text)) {
      return text.strip();
    }
    return INVISIBLE.matcher(NameFolding.nfc(text)).replaceAll("").replace('\u00A0', ' ').strip();
  }

  /**
   * {@code dd/MM/yyyy} (with {@code -} or {@code .}, without leading zeros), {@code dd/MM/yy} of this century, or an ISO day; empty when it
   * is no day of the calendar.
   */
  public static Optional<LocalDate> day(String text) {
    Matcher day = DAY_FIRST.matcher(text);
    Matcher iso = YEAR_FIRST.matcher(text);
    try {
      if (day.matches()) {
        int year = number(day, 3);
        return Optional.of(LocalDate.of(day.group(3).length() == 2 ? CENTURY + year : year, number(day, 2), number(day, 1)));
      }
      return iso.matches() ? Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3))) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether a cell for a day says that there is none: it is empty, or zeros as programs write them ({@code 00000000}, {@code
   * 00/00/0000}; {@code 00/01/1900} is Excel's zero).
   */
  public static boolean isNoDay(String text) {
    return NO_DAY.matcher(text).matches();
  }

  /** A cell for a day; empty when it is neither empty nor has the form of a day. */
  public static Optional<StatedDay> statedDay(String text) {
    if (isNoDay(text)) {
      return Optional.of(StatedDay.NONE);
    }
    boolean formOfADay = DAY_FIRST.matcher(text).matches() || YEAR_FIRST.matcher(text).matches();
    return formOfADay ? Optional.of(day(text).map(StatedDay::of).orElse(StatedDay.impossible(text))) : Optional.empty();
  }

  /** The lookup form of a code that was typed by hand: upper case without blanks. */
  public static String code(String text) {
    return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
  }

  /** Whether the text was meant as the code of a payout, right or wrong: it has the form, or it is one long word of letters and digits. */
  public static boolean looksLikeCode(String code) {
    return ID.matcher(code).matches();
  }

  /** The reason code at the start of a cell: {@code k2}, {@code K1: đi vắng} → {@code K2}, {@code K1}; empty for free text. */
  public static Optional<String> reasonCode(String text) {
    Matcher code = REASON_CODE.matcher(text);
    return code.lookingAt() ? Optional.of("K" + code.group(1)) : Optional.empty();
  }

  /** Every reason code of a cell, each once, in the order of the text: {@code K1 (k2)}, {@code K1,2} → {@code K1}, {@code K2}. */
  public static Set<String> reasonCodes(String text) {
    String plain = BLANKS.matcher(text).replaceAll(" ");
    boolean bare = BARE_DIGITS.matcher(plain).matches();
    return (bare ? DIGIT.matcher(plain) : REASON_CODES.matcher(plain)).results().map(found -> "K" + (bare ? found.group() : found.group(1)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Most cells of a report: nothing to compose or to fold. */
  static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
