package vn.chitra.hub.support;

import java.util.regex.Pattern;

/** Masks text and numbers that could identify an account or a person. */
public final class Masking {

  /** Six digits or more, also when grouped by a blank, a dot or a dash: long enough to be an account or a personal number. */
  private static final Pattern LONG_NUMBER = Pattern.compile("\\p{Nd}(?:[ .-]?\\p{Nd}){5,}");
  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

  private Masking() {}

  /** The text with {@code *} for each digit of every long number; other text and short numbers stay. */
  public static String maskDigits(String text) {
    return LONG_NUMBER.matcher(text).replaceAll(number -> DIGIT.matcher(number.group()).replaceAll("*"));
  }
}
