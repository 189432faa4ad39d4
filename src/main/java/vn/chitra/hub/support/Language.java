package vn.chitra.hub.support;

import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;

/** The languages of the console's pages. Everything that is stored, mailed or written for partners is Vietnamese. */
public enum Language {
  VIETNAMESE, ENGLISH;

  /** Marks a page of the console; other calls of the same server (JMX, health) have no language of their own. */
  public record OfPage(Supplier<Language> language) implements LocaleContext {

    @Override
    public Locale getLocale() {
      return language.get().locale();
    }
  }

  /** The language of the page that is being made; Vietnamese where none is. */
  public static Language current() {
    return LocaleContextHolder.getLocaleContext() instanceof OfPage page ? page.language().get() : VIETNAMESE;
  }

  /** Makes a Vietnamese document during the call of an English page. */
  public static <T> T inVietnamese(Supplier<T> document) {
    LocaleContext page = LocaleContextHolder.getLocaleContext();
    LocaleContextHolder.setLocaleContext(new OfPage(() -> VIETNAMESE));
    try {
      return document.get();
    } finally {
      LocaleContextHolder.setLocaleContext(page);
    }
  }

  /** English for English of any country, Vietnamese for every other locale. */
  public static Language of(Locale locale) {
    return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? ENGLISH : VIETNAMESE;
  }

  public Locale locale() {
    return this == ENGLISH ? Locale.ENGLISH : Locale.forLanguageTag("vi");
  }

  /** The one of the two texts that is in this language. */
  public String of(String vietnamese, String english) {
    return this == ENGLISH ? english : vietnamese;
  }
}
