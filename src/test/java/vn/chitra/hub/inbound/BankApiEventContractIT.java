package vn.chitra.hub.inbound;

import java.util.List;
import vn.chitra.hub.inbound.HubStory.InboundFile;

/** A bank with an API sends events about its transfers. */
class BankApiEventContractIT extends ChannelContract {

  BankApiEventContractIT() {
    super(new ApiChannelled() {
      @Override
      InboundFile says(Books.BatchRow batch, String id, long amount, String status, String code) {
        return ApiMessages.event(id, amount, status, code);
      }

      /** No event says that it is the last one: the queries end the waiting. */
      @Override
      public List<InboundFile> paysAtLast(HubStory story, Books.BatchRow batch, String id, long amount) {
        return List.of(pays(story, batch, id, amount), ApiMessages.page(batch, 2, true, ApiMessages.result(id, amount, "PAID", "00")));
      }
    });
  }
}
