package vn.chitra.hub.channel.cash;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text of others in a list that a post office opens with a spreadsheet program: what would be taken for a formula there begins with an
 * apostrophe, so that it is shown and not worked out. Everything else is as it was.
 */
public final class CellText {

  private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]");

  private CellText() {}

  /** Null stays null. */
  public static @Nullable String shown(@Nullable String text) {
    return text != null && FORMULA.matcher(text).find() ? "'" + text : text;
  }
}
