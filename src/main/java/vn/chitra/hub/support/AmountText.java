package vn.chitra.hub.support;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Parses amounts as they really arrive: {@code 2789000}, {@code 2.789.000}, {@code 2,789,000}, {@code 2789000.00} and {@code 2789000.0} all
 * mean whole dong. {@code 2.789} alone is ambiguous and refused, as is any fraction of a dong, sign or unit.
 */
public final class AmountText {

  private static final Pattern PLAIN = Pattern.compile("\\d{1,15}");
  private static final Pattern ZERO_FRACTION = Pattern.compile("(\\d{1,15})\\.0{1,2}");
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(\\.\\d{3}){2,4}|\\d{1,3}(,\\d{3}){2,4}");

  private AmountText() {}

  /** Dong, or empty when the text is no amount or leaves two readings. */
  public static OptionalLong parse(String text) {
    String trimmed = text.strip();
    if (PLAIN.matcher(trimmed).matches()) {
      return OptionalLong.of(Long.parseLong(trimmed));
    }
    var fraction = ZERO_FRACTION.matcher(trimmed);
    if (fraction.matches()) {
      return OptionalLong.of(Long.parseLong(fraction.group(1)));
    }
    if (GROUPED.matcher(trimmed).matches()) {
      return OptionalLong.of(Long.parseLong(trimmed.replaceAll("[.,]", "")));
    }
    return OptionalLong.empty();
  }
}
