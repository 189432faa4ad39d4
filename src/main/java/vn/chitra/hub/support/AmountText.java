package vn.chitra.hub.support;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses amounts as they really arrive: {@code 2789000}, {@code 2.789.000}, {@code 2,789,000}, {@code 2789000.00}, {@code 2789000.0},
 * {@code 2.789.000,00}, {@code 2,789,000.00}, groups parted by blanks, a currency sign or word. All mean whole dong. One group alone,
 * {@code
 * 550.000} or {@code 2.789}, is ambiguous: the caller compares it with the amount that must stand there. A fraction of a dong, a sign and
 * another currency are no amount.
 */
public final class AmountText {

  /** A no-break blank, a narrow one, a thin one, a figure's width. */
  private static final String BLANK = "[ \\u00A0\\u202F\\u2009\\u2007]";
  private static final String CURRENCY = "(?i:₫|đồng|dong|đ|vnđ|vnd)";
  private static final Pattern NUMBER = Pattern.compile("(?:" + CURRENCY + BLANK + "?)?(?<number>\\d[\\d.," + BLANK.substring(1)
      + "*?)(?:" + BLANK + "?" + CURRENCY + "\\.?)?", Pattern.UNICODE_CASE);
  private static final Pattern PLAIN = Pattern.compile("(?<whole>\\d{1,18})(?:[.,]0{1,2})?");
  private static final Pattern GROUPED = Pattern.compile("(?<whole>\\d{1,3}(?:(?<by>[., \\u00A0\\u202F\\u2009\\u2007])\\d{3})"
      + "(?:\\k<by>\\d{3}){0,4})(?:(?!\\k<by>)(?<point>[.,])0{1,2})?");
  private static final int ONE_GROUP_PART = 3;
  /** The largest amount of one payment, 15 digits; totals may be larger. */
  public static final long MOST = 999_999_999_999_999L;

  private AmountText() {}

  /**
   * An amount.
   *
   * @param vnd dong; of an ambiguous one what it is when its point parts thousands
   */
  public record Amount(long vnd, boolean ambiguous) {}

  /** Dong, or empty when the text is no amount or leaves two readings. */
  public static OptionalLong parse(String text) {
    Optional<Amount> read = read(text).filter(amount -> !amount.ambiguous() && amount.vnd() <= MOST);
    return read.isPresent() ? OptionalLong.of(read.get().vnd()) : OptionalLong.empty();
  }

  /** An amount, perhaps ambiguous; empty when the text is none. */
  public static Optional<Amount> read(String text) {
    Matcher number = NUMBER.matcher(text.strip());
    if (!number.matches()) {
      return Optional.empty();
    }
    String digits = number.group("number");
    Matcher plain = PLAIN.matcher(digits);
    if (plain.matches()) {
      return Optional.of(new Amount(Long.parseLong(plain.group("whole")), false));
    }
    Matcher grouped = GROUPED.matcher(digits);
    return grouped.matches() ? Optional.of(grouped(grouped.group("whole"), grouped.group("by"), grouped.group("point")))
        : Optional.empty();
  }

  private static Amount grouped(String whole, String by, @Nullable String point) {
    boolean oneGroup = whole.length() - whole.indexOf(by) - 1 == ONE_GROUP_PART;
    boolean mayBePoint = by.equals(".") || by.equals(",");
    return new Amount(Long.parseLong(whole.replace(by, "")), oneGroup && mayBePoint && point == null);
  }
}
