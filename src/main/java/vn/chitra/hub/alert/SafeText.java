package vn.chitra.hub.alert;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.support.NameFolding;

/**
 * Makes foreign text safe for a mail: no control or direction mark, no link, no formula, no run of digits that could be a personal number
 * or an account (docs/domain.md, "Privacy"; contract §0.7). This is the last check: the code that opens a case already leaves such data
 * out.
 */
final class SafeText {

  private static final int LONGEST = 600;
  private static final Pattern MARK = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]");
  private static final Pattern BREAK = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");
  private static final Pattern LINK = Pattern.compile("(?i)(?<=\\b(?:https?|ftp))://|(?<=\\bwww)\\.");
  /** Money as the hub writes it into evidence; a personal number begins with 0 in this province. */
  private static final Pattern DONG = Pattern.compile("(?<!\\p{Nd}[ .-]?)[1-9]\\d{3,11}(?= đồng)");
  private static final Pattern GROUPED_DONG = Pattern.compile("[1-9]\\d{0,2}(?:\\.\\d{3}){1,3}");
  /** Nine digits or more, also when grouped by one blank or dot, or in threes and fours by a dash. */
  private static final Pattern LONG_NUMBER =
      Pattern.compile("\\p{Nd}(?:[ .]?\\p{Nd}){8,}+|\\p{Nd}{3,4}(?:-\\p{Nd}{3,4}){2,}+");
  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@]");

  private SafeText() {}

  /** The text in one line; the empty text for null. */
  static String of(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String line = BREAK.matcher(MARK.matcher(NameFolding.nfc(text)).replaceAll("")).replaceAll(" ").strip();
    String masked = masked(DONG.matcher(line).replaceAll(number -> dong(Long.parseLong(number.group()))));
    String harmless = FORMULA.matcher(LINK.matcher(masked).replaceAll("[$0]")).replaceAll("'$0");
    return harmless.length() <= LONGEST ? harmless : harmless.substring(0, LONGEST) + "…";
  }

  /** Whole dong as people read them: {@code 2.789.000}. */
  static String dong(long amount) {
    return Long.toString(amount).replaceAll("(?<=\\d)(?=(\\d{3})+$)", ".");
  }

  private static String masked(String line) {
    return LONG_NUMBER.matcher(line).replaceAll(number -> isMoney(line, number) ? number.group() : stars(number));
  }

  private static boolean isMoney(String line, MatchResult number) {
    return line.startsWith(" đồng", number.end()) && GROUPED_DONG.matcher(number.group()).matches();
  }

  private static String stars(MatchResult number) {
    return DIGIT.matcher(number.group()).replaceAll("*");
  }
}
