package vn.chitra.hub.support;

import java.util.Arrays;

/** A term or a sentence in both languages of the console; the Vietnamese one is what is stored. */
public record Word(String vietnamese, String english) {

  public static final Word NONE = new Word("", "");

  /** Both with the same values at their {@code %s}; a value that is a word itself stands in each in its language. */
  public static Word of(String vietnamese, String english, Object... values) {
    return new Word(vietnamese.formatted(in(Language.VIETNAMESE, values)), english.formatted(in(Language.ENGLISH, values)));
  }

  /** In the language of the page that is being made; Vietnamese where none is. */
  public String shown() {
    return in(Language.current());
  }

  private String in(Language language) {
    return language.of(vietnamese, english);
  }

  private static Object[] in(Language language, Object[] values) {
    return Arrays.stream(values).map(value -> value instanceof Word word ? word.in(language) : value).toArray();
  }
}
