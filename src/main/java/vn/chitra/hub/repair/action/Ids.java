package vn.chitra.hub.repair.action;

import java.util.Optional;
import java.util.regex.Pattern;

/** Parses numbers that persons type. */
final class Ids {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private Ids() {}

  static Optional<Long> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }
}
