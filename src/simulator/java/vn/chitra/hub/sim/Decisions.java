package vn.chitra.hub.sim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reproducible chance: the same seed, subject and question give the same answer in any order of calls. */
public record Decisions(long seed) {

  /** Evenly from 0 (inclusive) to the bound (exclusive). */
  public int below(int bound, String question, Object subject) {
    byte[] hash = sha256((seed + "|" + question + "|" + subject).getBytes(StandardCharsets.UTF_8));
    long number = 0;
    for (int i = 0; i < 7; i++) {
      number = number << 8 | hash[i] & 0xff;
    }
    return (int) (number % bound);
  }

  /** True in so many of a thousand cases. */
  public boolean perMille(int share, String question, Object subject) {
    return below(1000, question, subject) < share;
  }

  /** One of the choices. */
  @SafeVarargs
  public final <T> T oneOf(String question, Object subject, T... choices) {
    return choices[below(choices.length, question, subject)];
  }

  /** Lower-case hex. */
  public static String sha256Hex(byte[] bytes) {
    return HexFormat.of().formatHex(sha256(bytes));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
