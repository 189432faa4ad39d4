package vn.chitra.hub.inbound;

import vn.chitra.hub.inbound.HubStory.InboundFile;

/** The bank answers when it is asked. */
class BankApiContractIT extends ChannelContract {

  BankApiContractIT() {
    super(new ApiChannelled() {
      @Override
      InboundFile says(Books.BatchRow batch, String id, long amount, String status, String code) {
        return ApiMessages.page(batch, 1, true, ApiMessages.result(id, amount, status, code));
      }
    });
  }
}
