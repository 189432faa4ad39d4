package vn.chitra.hub.inbound;

import vn.chitra.hub.inbound.HubStory.InboundFile;

/** The bank tells of its transfers by itself. */
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
