package vn.chitra.hub.support;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds names for comparison: upper case, no diacritics. Folding makes different names equal: a folded name may confirm a key, never be
 * one.
 */
public final class NameFolding {

  private static final Transliterator LATIN_ASCII = Transliterator.getInstance("Latin-ASCII");

  private NameFolding() {}

  /** NFC, the only form inside the hub. */
  public static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** Upper case, no diacritics, đ as D, blanks squeezed: {@code Nguyễn Thị  Đức} → {@code NGUYEN THI DUC}. */
  public static String fold(String text) {
    String ascii = LATIN_ASCII.transliterate(nfc(text)).toUpperCase(Locale.ROOT);
    return ascii.replaceAll("\\s+", " ").strip();
  }

  /** Folded, only printable ASCII without {@code |}, cut at {@code maxLength} characters, for a bank's name field. */
  public static String bankName(String text, int maxLength) {
    String plain = fold(text).replace('|', ' ').replaceAll("[^\\x20-\\x7e]", " ").replaceAll(" +", " ").strip();
    return plain.length() <= maxLength ? plain : plain.substring(0, maxLength).strip();
  }
}
