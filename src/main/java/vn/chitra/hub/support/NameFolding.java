package vn.chitra.hub.support;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Folds names for comparison: upper case, no diacritics. Folding makes different names equal: a folded name may confirm a key, never be
 * one.
 */
public final class NameFolding {

  /** The longest name that a bank's files and bulks carry. */
  private static final int BANK_NAME_LENGTH = 50;
  private static final int ASCII_END = 0x80;
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Transliterator LATIN_ASCII = Transliterator.getInstance("Latin-ASCII");

  /** Basic Latin to Latin Extended-B, then Latin Extended Additional: every letter of Vietnamese. */
  private static final int LATIN_END = 0x250;
  private static final int ADDITIONAL_BEGIN = 0x1e00;
  private static final int ADDITIONAL_END = 0x1f00;
  private static final String[] FOLDED = IntStream.concat(IntStream.range(0, LATIN_END), IntStream.range(ADDITIONAL_BEGIN, ADDITIONAL_END))
      .mapToObj(letter -> transliterated(Character.toString(letter))).toArray(String[]::new);

  private NameFolding() {}

  /** NFC, the only form inside the hub. */
  public static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** Upper case, no diacritics, đ as D, blanks squeezed: {@code Nguyễn Thị  Đức} → {@code NGUYEN THI DUC}. */
  public static String fold(String text) {
    String composed = nfc(text);
    StringBuilder folded = new StringBuilder(composed.length() + 2);
    for (int i = 0; i < composed.length(); i++) {
      int letter = composed.charAt(i);
      if (letter < LATIN_END) {
        folded.append(FOLDED[letter]);
      } else if (letter >= ADDITIONAL_BEGIN && letter < ADDITIONAL_END) {
        folded.append(FOLDED[LATIN_END + letter - ADDITIONAL_BEGIN]);
      } else {   // rules that look at neighbours: the whole text as the transliterator folds it
        return squeezed(transliterated(composed));
      }
    }
    return squeezed(folded);
  }

  private static String transliterated(String text) {
    return LATIN_ASCII.transliterate(text).toUpperCase(Locale.ROOT);
  }

  private static String squeezed(CharSequence text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  /** Whether a bank's name field can carry the name: something of it is left, and no letter or digit is lost. */
  public static boolean fitsBankName(String text) {
    return !bankName(text, BANK_NAME_LENGTH).isEmpty() && nfc(text).codePoints().allMatch(NameFolding::isKept);
  }

  private static boolean isKept(int letter) {
    return letter < ASCII_END || !Character.isLetterOrDigit(letter)
        || !bankName(Character.toString(letter), BANK_NAME_LENGTH).isEmpty();
  }

  /** Folded, only printable ASCII without {@code |}, cut at {@code maxLength} characters, for a bank's name field. */
  public static String bankName(String text, int maxLength) {
    String plain = fold(text).replace('|', ' ').replaceAll("[^\\x20-\\x7e]", " ").replaceAll(" +", " ").strip();
    return plain.length() <= maxLength ? plain : plain.substring(0, maxLength).strip();
  }
}
