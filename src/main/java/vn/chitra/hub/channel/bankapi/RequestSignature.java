package vn.chitra.hub.channel.bankapi;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signs and verifies the header {@code X-Signature: t=<unix s>,v1=<hex HMAC-SHA256 of "t.body">} (contract §4.2). */
public final class RequestSignature {

  public static final String HEADER = "X-Signature";

  /** At most so old, or so far ahead of our clock. */
  public static final Duration GOOD_FOR = Duration.ofMinutes(5);

  private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),\\s*v1=([0-9a-fA-F]{64})");
  private static final String ALGORITHM = "HmacSHA256";

  private RequestSignature() {}

  /** @param at wall clock */
  public static String of(String secret, Instant at, byte[] body) {
    return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac(secret, Long.toString(at.getEpochSecond()), body));
  }

  /** Whether the header has the right form; cheap, so it is checked before a body is read. */
  public static boolean hasTheForm(@Nullable String header) {
    return header != null && FORM.matcher(header.strip()).matches();
  }

  /** Whether the header signs these bytes and is recent; compared in constant time. @param now wall clock */
  public static boolean proves(@Nullable String header, String secret, byte[] body, Instant now) {
    Matcher form = FORM.matcher(header == null ? "" : header.strip());
    if (!form.matches()) {
      return false;
    }
    boolean same = MessageDigest.isEqual(mac(secret, form.group(1), body), HexFormat.of().parseHex(form.group(2)));
    Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(form.group(1))), now).abs();
    return same && age.compareTo(GOOD_FOR) <= 0;
  }

  private static byte[] mac(String secret, String seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
