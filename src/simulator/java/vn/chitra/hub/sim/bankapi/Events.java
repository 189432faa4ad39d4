package vn.chitra.hub.sim.bankapi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Sends results to the hub as signed events, by the wall clock, as signatures require. */
public final class Events {

  private final String secret;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
  private volatile @Nullable String address;

  public Events(String secret) {
    this.secret = secret;
  }

  /** From now on the hub is told there. */
  public void hubListensAt(String url) {
    address = url;
  }

  /** @return whether the hub said 202; false too while nobody knows where it listens */
  boolean send(String body) {
    String url = address;
    return url != null && post(url, body, signature(secret, System.currentTimeMillis() / 1000, body)) == 202;
  }

  /** @return the status, 0 for no answer */
  private int post(String url, String body, String signature) {
    try {
      return http.send(HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(5)).header("X-Signature", signature)
          .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
          HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** Made here again from the contract's words, sharing nothing with the hub. */
  public static String signature(String secret, long seconds, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
