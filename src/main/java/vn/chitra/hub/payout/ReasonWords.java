package vn.chitra.hub.payout;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Says in Vietnamese why a payment did not reach its payee: the words of the settlement report. */
final class ReasonWords {

  private static final String FILE = "/settlement-report/words.properties";
  private static final String KEY = "held.";
  private static final Properties WORDS = read();

  private ReasonWords() {}

  private static Properties read() {
    try (InputStreamReader file = new InputStreamReader(Objects.requireNonNull(ReasonWords.class.getResourceAsStream(FILE), FILE),
        StandardCharsets.UTF_8)) {
      Properties words = new Properties();
      words.load(file);
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** @param reason of a code table; null or one without words: the outcome speaks. @return within a sentence, no personal data */
  static String of(PaymentState outcome, @Nullable String reason) {
    String words = reason == null ? null : WORDS.getProperty(KEY + reason);
    return words == null ? outcome.word().vietnamese() : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }
}
