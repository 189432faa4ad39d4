package vn.chitra.hub.channel.bankapi;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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

  private static final Pattern TIME = Pattern.compile("t=(\\d{1,12})");
  private static final Pattern SIGNATURE = Pattern.compile("v1=([0-9a-fA-F]{64})");
  /** Of another scheme, that the hub does not know. */
  private static final Pattern OTHER = Pattern.compile("(?!t=|v1=)[A-Za-z0-9_]{1,20}=[\\x21-\\x7e&&[^,]]{1,512}");
  private static final int MOST_ELEMENTS = 10;
  private static final String ALGORITHM = "HmacSHA256";

  private RequestSignature() {}

  /** @param at wall clock */
  public static String of(String secret, Instant at, byte[] body) {
    return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac(secret, Long.toString(at.getEpochSecond()), body));
  }

  /** Whether the header has the right form; cheap, so it is checked before a body is read. */
  public static boolean hasTheForm(@Nullable String header) {
    return header != null && parse(header).isPresent();
  }

  /**
   * Whether the header signs these bytes and is recent. While a secret is changed the sender may sign with the old and the new one
   * ({@code t=…,v1=…,v1=…}) and the hub may know both: one signature by one of the secrets is enough. Compared in constant time.
   *
   * @param secrets that count, @param now wall clock
   */
  public static boolean proves(@Nullable String header, Collection<String> secrets, byte[] body, Instant now) {
    Signed signed = header == null ? null : parse(header).orElse(null);
    if (signed == null) {
      return false;
    }
    boolean same = false;
    for (String secret : secrets) {
      byte[] expected = mac(secret, signed.seconds(), body);
      for (byte[] signature : signed.signatures()) {
        same |= MessageDigest.isEqual(expected, signature);
      }
    }
    Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(signed.seconds())), now).abs();
    return same && age.compareTo(GOOD_FOR) <= 0;
  }

  private record Signed(String seconds, List<byte[]> signatures) {}

  private static Optional<Signed> parse(String header) {
    List<String> times = new ArrayList<>();
    List<byte[]> signatures = new ArrayList<>();
    String[] elements = header.strip().split(",", MOST_ELEMENTS + 1);
    for (String element : elements) {
      Matcher time = TIME.matcher(element.strip());
      Matcher signature = SIGNATURE.matcher(element.strip());
      if (time.matches()) {
        times.add(time.group(1));
      } else if (signature.matches()) {
        signatures.add(HexFormat.of().parseHex(signature.group(1)));
      } else if (!OTHER.matcher(element.strip()).matches()) {
        return Optional.empty();
      }
    }
    return times.size() == 1 && !signatures.isEmpty() && elements.length <= MOST_ELEMENTS
        ? Optional.of(new Signed(times.get(0), signatures)) : Optional.empty();
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
