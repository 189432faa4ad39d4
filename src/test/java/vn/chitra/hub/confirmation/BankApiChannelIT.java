package vn.chitra.hub.confirmation;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import vn.chitra.hub.confirmation.HubStory.AnswerFile;
import vn.chitra.hub.payout.Channel;

class BankApiChannelIT extends ChannelContract {

  private static final String PARTNER = "mb";

  BankApiChannelIT() {
    super(new Channelled() {
      @Override
      public Channel channel() {
        return Channel.BANK;
      }

      @Override
      public String bin() {
        return "970432";
      }

      @Override
      public AnswerFile holds(HubStory story, Books.BatchRow batch, String id, long amount) {
        return file("KQ_" + bulk(batch) + "_1.json", "{\"status\":\"PROCESSING\",\"nextCursor\":null,\"results\":[]}");
      }

      @Override
      public Optional<AnswerFile> refuses(Books.BatchRow batch) {
        return Optional.of(file("POST_" + bulk(batch) + "_1_400.json", "{\"code\":\"F3\",\"text\":\"sai dinh dang\"}"));
      }

      @Override
      public AnswerFile pays(HubStory story, Books.BatchRow batch, String id, long amount) {
        return event(id, amount, "PAID", "00");
      }

      @Override
      public AnswerFile rejects(HubStory story, Books.BatchRow batch, String id, long amount) {
        return event(id, amount, "REJECTED", "02");
      }

      @Override
      public Optional<AnswerFile> returns(Books.BatchRow batch, String id, long amount) {
        return Optional.of(event(id, amount, "RETURNED", "20"));
      }
    });
  }

  /** As the webhook brings it. */
  private static AnswerFile event(String id, long amount, String status, String code) {
    String body = ("{\"eventId\":\"%s-%s\",\"type\":\"transfer.updated\",\"result\":{\"endToEndId\":\"%1$s\",\"amount\":%3$d,"
        + "\"status\":\"%2$s\",\"code\":\"%4$s\",\"text\":\"\",\"bankRef\":\"FT1\",\"bookedAt\":\"2026-11-04\"}}")
        .formatted(id, status, amount, code);
    return file("EV_" + DigestUtils.sha256Hex(body).substring(0, 32) + ".json", body);
  }

  private static String bulk(Books.BatchRow batch) {
    return batch.fileName().replace(".json", "");
  }

  private static AnswerFile file(String name, String body) {
    return new AnswerFile(PARTNER, "", name, body.getBytes(StandardCharsets.UTF_8));
  }
}
