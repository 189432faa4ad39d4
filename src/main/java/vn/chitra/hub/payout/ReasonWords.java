package vn.chitra.hub.payout;

import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.support.WordList;

/** Says in Vietnamese why a payment did not reach its payee: the words of the settlement report. */
final class ReasonWords {

  private static final String KEY = "held.";
  private static final Properties WORDS = WordList.read(WordList.SETTLEMENT_REPORT);

  private ReasonWords() {}

  /** @param reason of a code table; null or one without words: the outcome speaks. @return within a sentence, no personal data */
  static String of(PaymentState outcome, @Nullable String reason) {
    String words = reason == null ? null : WORDS.getProperty(KEY + reason);
    return words == null ? outcome.word().vietnamese() : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }
}
