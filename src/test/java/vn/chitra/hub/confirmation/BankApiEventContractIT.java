package vn.chitra.hub.confirmation;

import java.util.Optional;
import vn.chitra.hub.confirmation.HubStory.AnswerFile;
import vn.chitra.hub.payout.Channel;

/** The bank tells of its transfers by itself. */
class BankApiEventContractIT extends ChannelContract {

  BankApiEventContractIT() {
    super(new Channelled() {
      @Override
      public Channel channel() {
        return Channel.BANK;
      }

      @Override
      public String bin() {
        return ApiAnswers.BIN;
      }

      @Override
      public AnswerFile holds(HubStory story, Books.BatchRow batch, String id, long amount) {
        return ApiAnswers.page(batch, 1, false);
      }

      @Override
      public Optional<AnswerFile> refuses(Books.BatchRow batch) {
        return Optional.of(ApiAnswers.refusal(batch, 400, "F3"));
      }

      @Override
      public AnswerFile pays(HubStory story, Books.BatchRow batch, String id, long amount) {
        return ApiAnswers.event(id, amount, "PAID", "00");
      }

      @Override
      public AnswerFile rejects(HubStory story, Books.BatchRow batch, String id, long amount) {
        return ApiAnswers.event(id, amount, "REJECTED", "01");
      }

      @Override
      public Optional<AnswerFile> returns(Books.BatchRow batch, String id, long amount) {
        return Optional.of(ApiAnswers.event(id, amount, "RETURNED", "20"));
      }
    });
  }
}
