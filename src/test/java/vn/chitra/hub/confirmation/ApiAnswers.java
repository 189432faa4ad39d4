package vn.chitra.hub.confirmation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.commons.codec.digest.DigestUtils;
import vn.chitra.hub.confirmation.HubStory.AnswerFile;

/** What a bank's API answers, by the contract of {@code bank-api}, under the names by which the hub archives it. */
final class ApiAnswers {

  static final String BANK = "mb";
  /** An account there needs no name check. */
  static final String BIN = "970432";

  private ApiAnswers() {}

  /** The n-th page of a bulk's results; {@code DONE} and the last of them, or in progress. */
  static AnswerFile page(Books.BatchRow batch, int number, boolean done, String... results) {
    String body = "{\"status\":\"%s\",\"nextCursor\":null,\"results\":[%s]}"
        .formatted(done ? "DONE" : "PROCESSING", String.join(",", results));
    return answer("KQ_" + bulk(batch) + "_" + number + (done ? "_CUOI" : "") + ".json", body);
  }

  /** The answer to our first POST of the bulk. */
  static AnswerFile refusal(Books.BatchRow batch, int http, String code) {
    return answer("POST_" + bulk(batch) + "_1_" + http + ".json", "{\"code\":\"" + code + "\",\"text\":\"\"}");
  }

  /** What the bank tells of one transfer by itself. */
  static AnswerFile event(String id, long amount, String status, String code) {
    return event(id + "-" + status, result(id, amount, status, code));
  }

  static AnswerFile event(String eventId, String result) {
    String body = "{\"eventId\":\"%s\",\"type\":\"transfer.updated\",\"result\":%s}".formatted(eventId, result);
    return answer("EV_" + DigestUtils.sha256Hex(body).substring(0, 32) + ".json", body);
  }

  static String result(String id, long amount, String status, String code) {
    return result(id, amount, status, code, "FT" + code, LocalDate.of(2026, 11, 4));
  }

  static String result(String id, long amount, String status, String code, String reference, LocalDate day) {
    return "{\"endToEndId\":\"" + id + "\",\"amount\":" + amount + ",\"status\":\"" + status + "\",\"code\":\"" + code
        + "\",\"text\":\"\",\"bankRef\":\"" + reference + "\",\"bookedAt\":\"" + day + "T10:05:00+07:00\"}";
  }

  private static AnswerFile answer(String name, String body) {
    return new AnswerFile(BANK, "", name, body.getBytes(StandardCharsets.UTF_8));
  }

  private static String bulk(Books.BatchRow batch) {
    return batch.fileName().replace(".json", "");
  }
}
