package vn.chitra.hub.channel.cash;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Escapes other people's text in a list that a post office opens with a spreadsheet program: text that would be a formula there begins with
 * an apostrophe, so that it is shown and not computed. Other text is unchanged.
 */
public final class CellText {

  private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]");

  private CellText() {}

  /** Null stays null. */
  public static @Nullable String shown(@Nullable String text) {
    return text != null && FORMULA.matcher(text).find() ? "'" + text : text;
  }
}
