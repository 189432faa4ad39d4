package vn.chitra.hub.inbound;

import java.util.Optional;
import vn.chitra.hub.inbound.CashReports.Line;
import vn.chitra.hub.inbound.HubStory.InboundFile;
import vn.chitra.hub.partner.PartnerKind;

class PostOfficeContractIT extends ChannelContract {

  PostOfficeContractIT() {
    super(new Channelled() {
      @Override
      public PartnerKind kind() {
        return PartnerKind.POST_OFFICE;
      }

      @Override
      public InboundFile holds(HubStory story, Books.BatchRow batch, String id, long amount) {
        return CashReports.postOffice(batch, 1, false, Line.paid(id, amount));
      }

      @Override
      public Optional<InboundFile> refuses(Books.BatchRow batch) {
        return Optional.empty();
      }

      @Override
      public InboundFile pays(HubStory story, Books.BatchRow batch, String id, long amount) {
        return CashReports.postOffice(batch, 2, true, Line.paid(id, amount));
      }

      @Override
      public InboundFile rejects(HubStory story, Books.BatchRow batch, String id, long amount) {
        return CashReports.postOffice(batch, 2, true, Line.unpaid(id, amount, "K3"));
      }

      @Override
      public Optional<InboundFile> returns(Books.BatchRow batch, String id, long amount) {
        return Optional.empty();
      }
    });
  }
}
