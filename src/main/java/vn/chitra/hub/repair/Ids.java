package vn.chitra.hub.repair;

import java.util.Optional;
import java.util.regex.Pattern;

/** Parses numbers that persons type. */
public final class Ids {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private Ids() {}

  /** @return empty unless the text is a number that fits an id */
  public static Optional<Long> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }
}
