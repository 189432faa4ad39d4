package vn.chitra.hub.sim;

/** The partners' own check of an endToEndId: form and check character (Luhn mod 32, the rightmost of the 15 doubled first). */
public final class EndToEndIds {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private EndToEndIds() {}

  public static boolean isRight(String id) {
    if (!id.matches("H[0-9A-HJKMNP-TV-Z]{15}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 16; i++) {
      int value = ALPHABET.indexOf(id.charAt(15 - i));
      int weighted = i % 2 == 0 ? value : 2 * value;
      sum += weighted / 32 + weighted % 32;
    }
    return sum % 32 == 0;
  }
}
