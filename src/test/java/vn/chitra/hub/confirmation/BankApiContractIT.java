package vn.chitra.hub.confirmation;

import vn.chitra.hub.confirmation.HubStory.AnswerFile;

/** The bank answers when it is asked. */
class BankApiContractIT extends ChannelContract {

  BankApiContractIT() {
    super(new ApiChannelled() {
      @Override
      AnswerFile says(Books.BatchRow batch, String id, long amount, String status, String code) {
        return ApiAnswers.page(batch, 1, true, ApiAnswers.result(id, amount, status, code));
      }
    });
  }
}
