package vn.chitra.hub.confirmation;

import vn.chitra.hub.confirmation.HubStory.AnswerFile;

/** The bank tells of its transfers by itself. */
class BankApiEventContractIT extends ChannelContract {

  BankApiEventContractIT() {
    super(new ApiChannelled() {
      @Override
      AnswerFile says(Books.BatchRow batch, String id, long amount, String status, String code) {
        return ApiAnswers.event(id, amount, status, code);
      }
    });
  }
}
