package vn.chitra.hub.channel.bankapi.camel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.chitra.hub.batch.camel.PartnerLogins;
import vn.chitra.hub.channel.bankapi.ApiSettings;
import vn.chitra.hub.channel.bankapi.BankApi.Call;
import vn.chitra.hub.channel.bankapi.BankApi.Lane;
import vn.chitra.hub.channel.bankapi.BankApi.Reply;
import vn.chitra.hub.partner.PartnerProfile;

/**
 * The partners' access tokens by OAuth 2 client credentials: kept in memory, renewed before they expire. The client authenticates by HTTP
 * Basic, or in the form where a server does not accept that. A refused client is left alone for a while ({@link PartnerLogins}).
 */
@Component
final class AccessTokens {

  private static final String PATH = "/oauth2/token";
  private static final String GRANT = "grant_type=client_credentials";
  private static final Duration BEFORE_ITS_END = Duration.ofSeconds(30);
  private static final Duration USUAL_LIFE = Duration.ofSeconds(300);
  private static final int OK = 200;
  private static final Set<Integer> REFUSALS = Set.of(400, 401, 403);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ApiSettings settings;
  private final Clock wallClock;
  private final PartnerLogins logins;
  private final Map<String, Object> locks = new ConcurrentHashMap<>();
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  AccessTokens(ApiSettings settings, PartnerLogins logins, @Qualifier("wallClock") Clock wallClock) {
    this.settings = settings;
    this.logins = logins;
    this.wallClock = wallClock;
  }

  /**
   * @param token null = none to be had
   * @param why then
   * @param after the client is refused: the time until the next try; else null
   */
  record Access(@Nullable String token, String why, @Nullable Duration after) {

    private static Access none(String why) {
      return new Access(null, why, null);
    }
  }

  private record Token(String value, Instant until) {}

  /** One request for a token at a time, however many callers wait for it. @param fetch makes a call without a token */
  Access of(PartnerProfile partner, Function<Call, Reply> fetch) {
    synchronized (locks.computeIfAbsent(partner.id(), id -> new Object())) {
      Token kept = tokens.get(partner.id());
      return kept != null && wallClock.instant().isBefore(kept.until()) ? new Access(kept.value(), "", null) : renewed(partner, fetch);
    }
  }

  /** The partner refused this token; one that was fetched meanwhile stays. */
  void forget(PartnerProfile partner, String token) {
    tokens.computeIfPresent(partner.id(), (id, kept) -> kept.value().equals(token) ? null : kept);
  }

  /** How long this operation is left alone because the partner forbade it; empty when it may be tried. */
  Optional<Duration> waiting(PartnerProfile partner, Call call) {
    return logins.waiting(operation(partner, call));
  }

  /** The partner answered, and took token and operation. */
  void accepted(PartnerProfile partner, Call call) {
    logins.succeeded(partner.id(), name(partner));
    logins.succeeded(partner.id(), operation(partner, call));
  }

  /** The partner refused a token that it had just given: nothing is called for a while. */
  void refused(PartnerProfile partner, String token) {
    forget(partner, token);
    logins.refused(partner.id(), name(partner), PartnerLogins.Refusal.TOKEN);
  }

  /** The partner took the token and forbade the operation: only that one is left alone for a while. */
  void forbidden(PartnerProfile partner, Call call) {
    logins.refused(partner.id(), operation(partner, call), PartnerLogins.Refusal.OPERATION);
    logins.succeeded(partner.id(), name(partner));
  }

  private static String name(PartnerProfile partner) {
    return "hub.api." + partner.connection();
  }

  /** {@code hub.api.mb GET /v1/statements}: without what names one bulk, day or account. */
  private static String operation(PartnerProfile partner, Call call) {
    String[] steps = call.path().split("/");
    return name(partner) + " " + call.method() + " " + String.join("/", Arrays.asList(steps).subList(0, Math.min(3, steps.length)));
  }

  private Access renewed(PartnerProfile partner, Function<Call, Reply> fetch) {
    String name = name(partner);
    Optional<Duration> wait = logins.waiting(name);
    if (wait.isPresent()) {
      return new Access(null, "đăng nhập bị từ chối; thử lại sau " + wait.get().toSeconds() + " giây", wait.get());
    }
    Reply reply = requested(settings.of(partner.connection()), fetch);
    if (reply instanceof Reply.Answered refused && REFUSALS.contains(refused.status())) {
      logins.refused(partner.id(), name, PartnerLogins.Refusal.CREDENTIALS);
    }
    if (!(reply instanceof Reply.Answered response) || response.status() != OK) {
      return new Access(null, "không lấy được thẻ truy cập: " + (reply instanceof Reply.Answered no ? "HTTP " + no.status()
          : ((Reply.Silent) reply).why()), logins.waiting(name).orElse(null));
    }
    return keep(partner, response.body());
  }

  private static Reply requested(ApiSettings.Connection connection, Function<Call, Reply> fetch) {
    Reply reply = fetch.apply(request(GRANT, basic(connection)));
    return reply instanceof Reply.Answered refused && (refused.status() == 400 || refused.status() == 401)
        ? fetch.apply(request(GRANT + "&client_id=" + encoded(connection.clientId()) + "&client_secret="
            + encoded(connection.clientSecret()), null)) : reply;
  }

  private Access keep(PartnerProfile partner, byte[] body) {
    try {
      JsonNode stated = JSON.readTree(body);
      String value = stated.path("access_token").asText("");
      if (!value.matches("[\\x21-\\x7e]{1,8192}")) {
        return Access.none("câu trả lời không có thẻ truy cập");
      }
      Duration life = Duration.ofSeconds(stated.path("expires_in").asLong(USUAL_LIFE.toSeconds()));
      tokens.put(partner.id(), new Token(value, wallClock.instant().plus(life).minus(margin(life))));
      return new Access(value, "", null);
    } catch (IOException e) {
      return Access.none("câu trả lời không phải JSON: " + e.getClass().getSimpleName());
    }
  }

  /** A server may serve the same token again until it ends: one with little life left is used as well, and not asked for at each call. */
  private static Duration margin(Duration life) {
    Duration tenth = life.dividedBy(10);
    return tenth.compareTo(BEFORE_ITS_END) < 0 ? tenth : BEFORE_ITS_END;
  }

  private static Call request(String form, @Nullable String authorization) {
    Map<String, String> headers = new HashMap<>(Map.of(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded"));
    if (authorization != null) {
      headers.put("Authorization", authorization);
    }
    return new Call("POST", PATH, null, headers, form.getBytes(StandardCharsets.US_ASCII), Lane.CALLS);
  }

  private static String basic(ApiSettings.Connection connection) {
    String who = encoded(connection.clientId()) + ":" + encoded(connection.clientSecret());
    return "Basic " + Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.US_ASCII));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
