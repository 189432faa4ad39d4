package vn.chitra.hub.inbound;

import vn.chitra.hub.inbound.HubStory.InboundFile;

/** A bank with an API answers queries. */
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
