package vn.chitra.hub.support;

import java.util.regex.Pattern;

/**
 * Recognises Vietnamese text of an old one-byte encoding (TCVN3, VNI) that was decoded as Latin-1 and so became wrong but valid Unicode:
 * {@code NguyÔn V¨n §øc}, {@code Nguyeãn Vaên Ñöùc}. A hint, not a proof: a word without a distinctive letter ({@code Phóc}) passes, and a
 * foreign letter within a word that has no Vietnamese one ({@code Müller}) is reported.
 */
public final class LegacyEncoding {

  /** Letters that only Unicode Vietnamese has: a text with one of them is not TCVN3 or VNI. */
  private static final Pattern UNICODE_VIETNAMESE =
      Pattern.compile("[\\u1EA0-\\u1EF9\\u0102\\u0103\\u0110\\u0111\\u0128\\u0129\\u0168\\u0169\\u01A0\\u01A1\\u01AF\\u01B0]");

  /** Latin-1 characters that no Vietnamese word contains, touching a letter; quotation marks only where they quote nothing. */
  private static final String LETTER = "[A-Za-z\\u00C0-\\u00FF]";
  private static final String ALIEN = "[\\u00A1-\\u00AA\\u00AC-\\u00AF\\u00B1-\\u00BA\\u00BC-\\u00BF\\u00C4-\\u00C7\\u00CB\\u00CE-\\u00D1"
      + "\\u00D6-\\u00D8\\u00DB\\u00DC\\u00DE\\u00DF\\u00E4-\\u00E7\\u00EB\\u00EE-\\u00F1\\u00F6-\\u00F8\\u00FB\\u00FC\\u00FE\\u00FF]";
  private static final Pattern ALIEN_IN_WORD =
      Pattern.compile(LETTER + ALIEN + "|" + ALIEN + LETTER + "|" + LETTER + "\\u00AB|\\u00BB" + LETTER);

  /** An accented capital straight after a small letter, as in {@code NguyÔn}. */
  private static final Pattern CAPITAL_INSIDE = Pattern.compile("[a-z\\u00E0-\\u00FF][\\u00C0-\\u00D6\\u00D8-\\u00DE]");

  /** VNI writes the mark as a letter of its own after the vowel: pairs that no Vietnamese syllable has. */
  private static final Pattern VNI_PAIR = Pattern.compile(
      "[aA][\\u00D9\\u00D8\\u00DB\\u00D5\\u00CF\\u00C2\\u00CA\\u00C1\\u00C0\\u00C5\\u00C3\\u00C4\\u00C9\\u00C8\\u00DA\\u00DC\\u00CB"
          + "\\u00F9\\u00F8\\u00FB\\u00F5\\u00EF\\u00E2\\u00EA\\u00E1\\u00E0\\u00E5\\u00E3\\u00E4\\u00E9\\u00E8\\u00FA\\u00FC\\u00EB]"
          + "|[eE][\\u00D9\\u00D5\\u00C2\\u00C1\\u00C0\\u00C3\\u00F9\\u00F5\\u00E2\\u00E1\\u00E0\\u00E3]"
          + "|[oO][\\u00D9\\u00D5\\u00C2\\u00F9\\u00F5\\u00E2]"
          + "|[uU][\\u00D9\\u00D5\\u00F9\\u00F5]"
          + "|[yY][\\u00D9\\u00D5\\u00F9\\u00F5]");

  private LegacyEncoding() {}

  /** Whether the text looks like TCVN3 or VNI decoded as Latin-1. */
  public static boolean looksLegacy(String text) {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return false;
    }
    String composed = NameFolding.nfc(text);
    if (UNICODE_VIETNAMESE.matcher(composed).find()) {
      return false;
    }
    return ALIEN_IN_WORD.matcher(composed).find() || CAPITAL_INSIDE.matcher(composed).find() || VNI_PAIR.matcher(composed).find();
  }
}
