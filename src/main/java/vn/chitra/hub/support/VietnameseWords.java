package vn.chitra.hub.support;

/**
 * Writes numbers as Vietnamese words, as they stand under a list of money: {@code 2789000} → {@code hai triệu bảy trăm tám mươi chín
 * nghìn}. Northern usage: <i>nghìn</i>, <i>linh</i>; <i>mốt, tư, lăm</i> after <i>mươi</i>.
 */
public final class VietnameseWords {

  private static final String[] DIGITS = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};
  private static final long BILLION = 1_000_000_000L;

  private VietnameseWords() {}

  /** The amount as a sentence: first letter upper case, {@code đồng} at the end; {@link IllegalArgumentException} for a negative one. */
  public static String ofDong(long dong) {
    String words = of(dong);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + " đồng";
  }

  /** A number that is not negative, in lower case. */
  public static String of(long number) {
    if (number < 0) {
      throw new IllegalArgumentException("negative: " + number);
    }
    if (number == 0) {
      return DIGITS[0];
    }
    StringBuilder words = new StringBuilder();
    append(words, number);
    return words.toString();
  }

  private static void append(StringBuilder words, long number) {
    if (number >= BILLION) {
      append(words, number / BILLION);
      words.append(" tỷ");
    }
    int rest = (int) (number % BILLION);
    group(words, rest / 1_000_000, "triệu");
    group(words, rest / 1_000 % 1_000, "nghìn");
    group(words, rest % 1_000, "");
  }

  private static void group(StringBuilder words, int three, String unit) {
    if (three == 0) {
      return;
    }
    boolean first = words.isEmpty();
    int hundreds = three / 100;
    if (hundreds > 0 || !first) {
      word(words, DIGITS[hundreds]);
      word(words, "trăm");
    }
    tens(words, three % 100, hundreds > 0 || !first);
    if (!unit.isEmpty()) {
      word(words, unit);
    }
  }

  private static void tens(StringBuilder words, int two, boolean afterHundreds) {
    int tens = two / 10;
    int units = two % 10;
    if (tens == 1) {
      word(words, "mười");
    } else if (tens > 1) {
      word(words, DIGITS[tens]);
      word(words, "mươi");
    } else if (units > 0 && afterHundreds) {
      word(words, "linh");
    }
    if (units > 0) {
      word(words, unit(units, tens));
    }
  }

  private static String unit(int units, int tens) {
    if (units == 5 && tens > 0) {
      return "lăm";
    }
    if (units == 1 && tens > 1) {
      return "mốt";
    }
    return units == 4 && tens > 1 ? "tư" : DIGITS[units];
  }

  private static void word(StringBuilder words, String word) {
    if (!words.isEmpty()) {
      words.append(' ');
    }
    words.append(word);
  }
}
