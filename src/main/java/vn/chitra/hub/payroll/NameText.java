package vn.chitra.hub.payroll;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.support.NameFolding;

/**
 * Checks names from the welfare database. Text of the old fonts TCVN3 and VNI decodes silently as Latin-1 ({@code NguyÔn}, {@code
 * Nguyeãn}); no such name may reach a partner.
 */
public final class NameText {

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\uFFFD]");
  /** Latin-1 signs and letters that Vietnamese does not use; Ð is spared because it is often typed for Đ. */
  private static final Pattern FOREIGN_LATIN_1 =
      Pattern.compile("[\\u00A1-\\u00BF\\u00C4-\\u00C7\\u00CB\\u00CE\\u00CF\\u00D1\\u00D6-\\u00D8\\u00DB\\u00DC\\u00DE\\u00DF"
          + "\\u00E4-\\u00E7\\u00EB\\u00EE\\u00EF\\u00F1\\u00F6-\\u00F8\\u00FB\\u00FC\\u00FE\\u00FF]");
  /** A sign of TCVN3: a capital of Latin-1 inside a word that has small letters. */
  private static final Pattern CAPITAL_INSIDE = Pattern.compile("\\p{L}[\\u00C0-\\u00DE](?=\\p{Ll})|\\p{Ll}[\\u00C0-\\u00DE]");
  /** A sign of VNI: a vowel followed by the letter that represented its mark; Vietnamese has no such pairs. */
  private static final Pattern MARK_AS_LETTER = Pattern.compile(
      "a[ùõâáàãêéè]|e[ùõâáàã]|o[ùõâ]|u[ùõ]|y[ùõ]|ô[ùõ]", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]+");
  private static final Pattern BLANKS = Pattern.compile("[ \\u00A0]+");
  private static final Pattern OUTER_BLANK = Pattern.compile("^ | $");

  private NameText() {}

  /** The defect of a name, in Vietnamese, or empty when it may be printed and sent. */
  public static Optional<String> flaw(String name) {
    String text = clean(name);
    if (text.isEmpty()) {
      return Optional.of("để trống");
    }
    if (UNPRINTABLE.matcher(text).find()) {
      return Optional.of("có ký tự điều khiển hoặc ký tự riêng của phông chữ");
    }
    if (FOREIGN_LATIN_1.matcher(text).find() || CAPITAL_INSIDE.matcher(text).find() || MARK_AS_LETTER.matcher(text).find()) {
      return Optional.of("còn chữ của bảng mã cũ (TCVN3 hoặc VNI)");
    }
    return Optional.empty();
  }

  /** The same of an account's name; a bank's name field must carry every letter of it. */
  public static Optional<String> accountFlaw(String name) {
    return flaw(name).or(() -> NameFolding.fitsBankName(clean(name)) ? Optional.empty()
        : Optional.of("có chữ cái hoặc chữ số mà tệp của ngân hàng không ghi được"));
  }

  /** NFC with single blanks; everything else stays as written. */
  public static String clean(String name) {
    String squeezed = BLANKS.matcher(NameFolding.nfc(name)).replaceAll(" ");
    return OUTER_BLANK.matcher(squeezed).replaceAll("");
  }

  /** Cleans an address or similar text: NFC, on one line, without invisible and direction marks; null stays null. */
  public static @Nullable String oneLine(@Nullable String text) {
    return text == null ? null : clean(UNSEEN.matcher(text).replaceAll(" "));
  }
}
