package vn.chitra.hub.operations.query;

import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.Language;

/** The console's texts ({@code console/messages*.properties}) in the language of the page that is being made. */
@Component
public final class Texts {

  private final MessageSource messages = source();

  /** Vietnamese, and English beside it; a key that is in neither is an error. */
  public static MessageSource source() {
    ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    source.setBasename("console/messages");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setAlwaysUseMessageFormat(true);
    return source;
  }

  /** @throws org.springframework.context.NoSuchMessageException when no language has the key */
  public String of(String key, Object... values) {
    return messages.getMessage(key, values, Language.current().locale());
  }

  /** For keys that end with a code of somebody else. */
  public String orElse(String key, String otherwise) {
    return Objects.requireNonNull(messages.getMessage(key, null, otherwise, Language.current().locale()));
  }
}
