package vn.chitra.hub.config.start;

import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.core.env.PropertyResolver;

/**
 * One setting that is checked before the start.
 *
 * @param name as in a file
 * @param required whether it must be given
 * @param expected what it should be, in Vietnamese
 * @param fits whether a value can be right
 */
record Setting(String name, boolean required, String expected, Predicate<String> fits) {

  static Setting required(String name, String expected, Predicate<String> fits) {
    return new Setting(name, true, expected, fits);
  }

  /** A setting that may be left out; a given value must be valid. */
  static Setting optional(String name, String expected, Predicate<String> fits) {
    return new Setting(name, false, expected, fits);
  }

  /** The error in the setting, if any; never shows the value. */
  Optional<String> complaint(PropertyResolver settings) {
    String value = settings.getProperty(name);
    if (value == null || required && value.isBlank() && !fits.test(value)) {
      return required ? Optional.of(name + ": thiếu; cần " + expected) : Optional.empty();
    }
    return fits.test(value) ? Optional.empty() : Optional.of(name + ": sai; cần " + expected);
  }
}
