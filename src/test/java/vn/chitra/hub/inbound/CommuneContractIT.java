package vn.chitra.hub.inbound;

import java.util.Optional;
import vn.chitra.hub.inbound.HubStory.InboundFile;
import vn.chitra.hub.partner.PartnerKind;

class CommuneContractIT extends ChannelContract {

  CommuneContractIT() {
    super(new Channelled() {
      @Override
      public PartnerKind kind() {
        return PartnerKind.COMMUNE;
      }

      @Override
      public InboundFile holds(HubStory story, Books.BatchRow batch, String id, long amount) {
        return CashReports.commune(story, batch).paid(id).interim(1);
      }

      @Override
      public Optional<InboundFile> refuses(Books.BatchRow batch) {
        return Optional.empty();
      }

      @Override
      public InboundFile pays(HubStory story, Books.BatchRow batch, String id, long amount) {
        return CashReports.commune(story, batch).paid(id).amount(id, amount).settled(amount, 0).closing(2);
      }

      @Override
      public InboundFile paysInstead(HubStory story, Books.BatchRow batch, String ours, String other, long amount) {
        return CashReports.commune(story, batch).put(ours, "Mã chi trả", other).paid(other).settled(amount, 0).closing(2);
      }

      @Override
      public InboundFile rejects(HubStory story, Books.BatchRow batch, String id, long amount) {
        return CashReports.commune(story, batch).unpaid(id, "K3").settled(0, amount).closing(2);
      }

      @Override
      public Optional<InboundFile> returns(Books.BatchRow batch, String id, long amount) {
        return Optional.empty();
      }
    });
  }
}
