package vn.chitra.hub.channel.bankapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.batch.Upload;
import vn.chitra.hub.channel.bankapi.BankApi.Call;
import vn.chitra.hub.channel.bankapi.BankApi.Lane;
import vn.chitra.hub.channel.bankapi.BankApi.Reply;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;

/**
 * Submits a bulk to its bank and never pays twice: after an attempt with an unknown outcome the bank is asked first, and only "not known
 * yet" leads to another POST, always with the same key and the same bytes. No database transaction is open.
 */
@Component
@Lazy   // a hub without routes, as tests have it, calls no bank
public class SubmitBulk {

  static final String BULKS = "/v1/bulk-transfers";
  private static final Pattern BULK_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  /** Where a bank that wants to be called later names no time. */
  private static final Duration USUAL_WAIT = Duration.ofMinutes(1);
  private static final int ACCEPTED = 202;
  private static final int OK = 200;
  private static final int UNAUTHORISED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;

  private final BankApi bank;
  private final Partners partners;
  private final ApiSettings settings;
  private final Clock wallClock;

  SubmitBulk(BankApi bank, Partners partners, ApiSettings settings, @Qualifier("wallClock") Clock wallClock) {
    this.bank = bank;
    this.partners = partners;
    this.settings = settings;
    this.wallClock = wallClock;
  }

  /** Asks for the result of an earlier attempt. Empty when the bank does not hold the bulk yet: only then it may be posted again. */
  public Optional<BulkReply> find(Upload bulk) {
    BulkReply known = query(partners.byId(bulk.partner()).orElseThrow(), BulkName.ofFile(bulk.name()).orElseThrow());
    if (known instanceof BulkReply.Stated stated) {
      return stated.status() == NOT_FOUND ? Optional.empty() : Optional.of(unknown("hỏi lại lô: HTTP " + stated.status()));
    }
    return Optional.of(known);
  }

  /**
   * Asks whether the bank holds the bulk: {@code Held}, {@code Stated} 404 for "not yet", {@code NotKnown} or {@code Stated} for any other
   * answer.
   */
  public BulkReply query(PartnerProfile partner, String clientBulkId) {
    Reply reply = bank.call(partner, Call.get(BULKS, "clientBulkId=" + clientBulkId, Lane.CALLS));
    return reply instanceof Reply.Answered response && response.status() == OK ? held(response) : otherwise(reply);
  }

  /** Posts the bulk. Never throws for an error at the bank. @throws IOException when the archived bytes cannot be read */
  public BulkReply post(Upload bulk) throws IOException {
    byte[] body = Files.readAllBytes(bulk.bytes());
    if (!HexFormat.of().formatHex(Archive.sha256().digest(body)).equals(bulk.sha256())) {
      throw new IOException("the archived bytes of batch " + bulk.batchId() + " are not what was verified");
    }
    String signature = RequestSignature.of(settings.of(bulk.connection()).signingSecret(), wallClock.instant(), body);
    Reply reply = bank.call(partners.byId(bulk.partner()).orElseThrow(), new Call("POST", BULKS, null,
        Map.of("Idempotency-Key", idempotencyKey(bulk), RequestSignature.HEADER, signature), body, Lane.CALLS));
    return reply instanceof Reply.Answered response && response.status() == ACCEPTED ? held(response) : otherwise(reply);
  }

  /** The idempotency key of a batch, 64 characters: always the same for one batch, different for every other. */
  static String idempotencyKey(Upload bulk) {
    String what = bulk.partner() + "|" + bulk.name() + "|" + bulk.sha256();
    return HexFormat.of().formatHex(Archive.sha256().digest(what.getBytes(StandardCharsets.UTF_8)));
  }

  private static BulkReply held(Reply.Answered response) {
    return bulkId(response.body()).<BulkReply>map(id -> new BulkReply.Held(id, response.status(), response.body()))
        .orElseGet(() -> unknown("HTTP " + response.status() + " không nêu mã lô của ngân hàng"));
  }

  private static BulkReply otherwise(Reply reply) {
    if (reply instanceof Reply.Answered response) {
      boolean later = response.status() == TOO_MANY || response.status() == UNAUTHORISED || response.status() == FORBIDDEN;
      return later ? new BulkReply.NotKnown("HTTP " + response.status(), Objects.requireNonNullElse(response.retryAfter(), USUAL_WAIT))
          : response.status() >= 400 ? new BulkReply.Stated(response.status(), response.body()) : unknown("HTTP " + response.status());
    }
    return new BulkReply.NotKnown(((Reply.Silent) reply).why(), ((Reply.Silent) reply).after());
  }

  private static BulkReply unknown(String why) {
    return new BulkReply.NotKnown(why, null);
  }

  private static Optional<String> bulkId(byte[] body) {
    try {
      JsonNode id = JSON.readTree(body).path("bulkId");
      return id.isTextual() && BULK_ID.matcher(id.textValue()).matches() ? Optional.of(id.textValue()) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();   // an answer that is no JSON names no bulk: unknown, and asked about again
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can be read", e);
    }
  }
}
