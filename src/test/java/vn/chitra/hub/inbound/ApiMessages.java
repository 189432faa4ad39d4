package vn.chitra.hub.inbound;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.commons.codec.digest.DigestUtils;
import vn.chitra.hub.inbound.HubStory.InboundFile;

/** Answers of a bank's API, by the contract of {@code bank-api}, under the names by which the hub archives them. */
final class ApiMessages {

  static final String BANK = "mb";
  /** An account there needs no name check. */
  static final String BIN = "970432";

  private ApiMessages() {}

  /** The n-th page of a bulk's results; {@code DONE} and the last of them, or in progress. */
  static InboundFile page(Books.BatchRow batch, int number, boolean done, String... results) {
    String body = "{\"status\":\"%s\",\"nextCursor\":null,\"results\":[%s]}"
        .formatted(done ? "DONE" : "PROCESSING", String.join(",", results));
    return reply("KQ_" + bulk(batch) + "_" + number + (done ? "_CUOI" : "") + ".json", body);
  }

  /** The answer to our first POST of the bulk. */
  static InboundFile refusal(Books.BatchRow batch, int http, String code) {
    return reply("POST_" + bulk(batch) + "_1_" + http + ".json", "{\"code\":\"" + code + "\",\"text\":\"\"}");
  }

  /** An event about one transfer. */
  static InboundFile event(String id, long amount, String status, String code) {
    return event(id + "-" + status, result(id, amount, status, code));
  }

  static InboundFile event(String eventId, String result) {
    String body = "{\"eventId\":\"%s\",\"type\":\"transfer.updated\",\"result\":%s}".formatted(eventId, result);
    return reply("EV_" + DigestUtils.sha256Hex(body).substring(0, 32) + ".json", body);
  }

  static String result(String id, long amount, String status, String code) {
    return result(id, amount, status, code, "FT" + code, LocalDate.of(2026, 11, 4));
  }

  static String result(String id, long amount, String status, String code, String reference, LocalDate day) {
    return "{\"endToEndId\":\"" + id + "\",\"amount\":" + amount + ",\"status\":\"" + status + "\",\"code\":\"" + code
        + "\",\"text\":\"\",\"bankRef\":\"" + reference + "\",\"bookedAt\":\"" + day + "T10:05:00+07:00\"}";
  }

  private static InboundFile reply(String name, String body) {
    return new InboundFile(BANK, "", name, body.getBytes(StandardCharsets.UTF_8));
  }

  private static String bulk(Books.BatchRow batch) {
    return batch.fileName().replace(".json", "");
  }
}
