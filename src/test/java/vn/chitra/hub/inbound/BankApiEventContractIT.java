package vn.chitra.hub.inbound;

import vn.chitra.hub.inbound.HubStory.InboundFile;

/** A bank with an API sends events about its transfers. */
class BankApiEventContractIT extends ChannelContract {

  BankApiEventContractIT() {
    super(new ApiChannelled() {
      @Override
      InboundFile says(Books.BatchRow batch, String id, long amount, String status, String code) {
        return ApiMessages.event(id, amount, status, code);
      }
    });
  }
}
