package vn.chitra.hub.support;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The endToEndId of a payment, the same for ever and at every partner: {@code H}, 14 characters of the 32-character alphabet, one check
 * character (Luhn mod 32 over the 15 before it, the rightmost doubled first). The 14 characters are the first 70 bits of SHA-256 over
 * payroll, line and attempt, so a rebuilt payment has the same id and no counter is needed.
 */
public final class EndToEndId {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BASE = 32;
  private static final int LENGTH = 16;

  private EndToEndId() {}

  /**
   * @param payrollId payroll of the line that made the payout
   * @param lineNo that line's number
   * @param attempt 1 for the payout's first payment; runs on through re-routes and revivals
   */
  public static String of(String payrollId, int lineNo, int attempt) {
    byte[] hash = sha256(payrollId + "|" + lineNo + "|" + attempt);
    StringBuilder id = new StringBuilder(LENGTH).append('H');
    for (int i = 0; i < 14; i++) {
      id.append(ALPHABET.charAt(fiveBits(hash, i * 5)));
    }
    return id.append(checkCharacter(id)).toString();
  }

  /** Whether the text has the form of an id and its check character is right. */
  public static boolean isValid(String text) {
    if (text.length() != LENGTH || text.charAt(0) != 'H') {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (ALPHABET.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return checkCharacter(text.substring(0, LENGTH - 1)) == text.charAt(LENGTH - 1);
  }

  static char checkCharacter(CharSequence body) {
    int factor = 2;
    int sum = 0;
    for (int i = body.length() - 1; i >= 0; i--) {
      int addend = factor * ALPHABET.indexOf(body.charAt(i));
      sum += addend / BASE + addend % BASE;
      factor = factor == 2 ? 1 : 2;
    }
    return ALPHABET.charAt((BASE - sum % BASE) % BASE);
  }

  private static int fiveBits(byte[] bytes, int fromBit) {
    int at = fromBit / 8;
    int window = (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    return window >> (11 - fromBit % 8) & 0x1f;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
