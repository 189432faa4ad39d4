package vn.chitra.hub.channel.bankapi.camel;

import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.chitra.hub.channel.bankapi.BankApi;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.support.Masking;

/** Calls a partner's API through the partner's own throttled routes. A call's path may contain an account number: no path is logged. */
@Component
final class CamelBankApi implements BankApi {

  private static final Logger LOG = LoggerFactory.getLogger(CamelBankApi.class);
  private static final int UNAUTHORISED = 401;
  private static final int FORBIDDEN = 403;

  private final ProducerTemplate send;
  private final AccessTokens tokens;

  CamelBankApi(ProducerTemplate send, AccessTokens tokens) {
    this.send = send;
    this.tokens = tokens;
  }

  @Override
  public Reply call(PartnerProfile partner, Call call) {
    Optional<Duration> wait = tokens.waiting(partner, call);
    if (wait.isPresent()) {
      return new Reply.Silent("ngân hàng không cho làm việc này; thử lại sau " + wait.get().toSeconds() + " giây", wait.get());
    }
    AccessTokens.Access access = access(partner);
    Reply reply = withToken(partner, call, access);
    if (access.token() != null && isRefusal(reply)) {
      tokens.forget(partner, access.token());
      access = access(partner);
      reply = withToken(partner, call, access);
    }
    note(partner, call, access, reply);
    return reply;
  }

  /** Notes whether the partner took the newest token and allowed the operation. */
  private void note(PartnerProfile partner, Call call, AccessTokens.Access access, Reply reply) {
    if (access.token() == null || !(reply instanceof Reply.Answered response)) {
      return;
    }
    if (response.status() == UNAUTHORISED) {
      tokens.refused(partner, access.token());
    } else if (response.status() == FORBIDDEN) {
      tokens.forbidden(partner, call);
    } else {
      tokens.accepted(partner, call);
    }
  }

  private static boolean isRefusal(Reply reply) {
    return reply instanceof Reply.Answered response && (response.status() == UNAUTHORISED || response.status() == FORBIDDEN);
  }

  private AccessTokens.Access access(PartnerProfile partner) {
    return tokens.of(partner, fetch -> exchange(partner, fetch, null));
  }

  private Reply withToken(PartnerProfile partner, Call call, AccessTokens.Access access) {
    return access.token() == null ? new Reply.Silent(access.why(), access.after()) : exchange(partner, call, access.token());
  }

  private Reply exchange(PartnerProfile partner, Call call, @Nullable String token) {
    Exchange done = send.request(BankApiRoutes.entry(partner, call.lane()), exchange -> {
      exchange.setProperty(Exchange.SKIP_GZIP_ENCODING, true);   // one that comes packed all the same stays so, and is no JSON
      exchange.getIn().setHeader(Exchange.HTTP_METHOD, call.method());
      exchange.getIn().setHeader(Exchange.HTTP_PATH, call.path());
      exchange.getIn().setHeader(Exchange.HTTP_QUERY, call.query());
      exchange.getIn().setHeader("Accept", "application/json");
      if (token != null) {
        exchange.getIn().setHeader("Authorization", "Bearer " + token);
      }
      if (call.body().length > 0) {
        exchange.getIn().setHeader(Exchange.CONTENT_TYPE, "application/json");
        exchange.getIn().setBody(call.body());
      }
      call.headers().forEach(exchange.getIn()::setHeader);
    });
    if (done.getException() != null) {
      LOG.debug("a call to {} ended without an answer", partner.id(), done.getException());
      return new Reply.Silent(reason(done.getException()));
    }
    return new Reply.Answered(done.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class),
        done.getMessage().getBody(byte[].class), retryAfter(done));
  }

  /** Seconds; the form with a date is not understood: the hub's own back-off then. */
  private static @Nullable Duration retryAfter(Exchange done) {
    return Optional.ofNullable(done.getMessage().getHeader("Retry-After", String.class)).map(String::strip)
        .filter(text -> text.matches("\\d{1,5}")).map(text -> Duration.ofSeconds(Long.parseLong(text))).orElse(null);
  }

  private static String reason(Exception e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + (root.getMessage() == null ? "" : ": " + Masking.maskDigits(root.getMessage()));
  }
}
