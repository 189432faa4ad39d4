package vn.chitra.hub.inbound;

import java.util.Optional;
import vn.chitra.hub.inbound.HubStory.InboundFile;
import vn.chitra.hub.partner.PartnerKind;

class BankIsoContractIT extends ChannelContract {

  private static final String AT = "2026-11-04T10:00:00+07:00";

  BankIsoContractIT() {
    super(new Channelled() {
      @Override
      public PartnerKind kind() {
        return PartnerKind.BANK_ISO;
      }

      @Override
      public String bin() {
        return "970436";
      }

      @Override
      public InboundFile holds(HubStory story, Books.BatchRow batch, String id, long amount) {
        return report(batch, "ACSP", "");
      }

      @Override
      public Optional<InboundFile> refuses(Books.BatchRow batch) {
        return Optional.of(report(batch, "RJCT FF01", ""));
      }

      @Override
      public InboundFile pays(HubStory story, Books.BatchRow batch, String id, long amount) {
        return IsoMessage.file(IsoMessage.booked(id, String.valueOf(amount), "DBIT", "BOOK", ""));
      }

      @Override
      public InboundFile rejects(HubStory story, Books.BatchRow batch, String id, long amount) {
        return report(batch, "PART", IsoMessage.transaction(id, "RJCT AC01"));
      }

      @Override
      public Optional<InboundFile> returns(Books.BatchRow batch, String id, long amount) {
        return Optional.of(IsoMessage.file(IsoMessage.booked(id, String.valueOf(amount), "CRDT", "BOOK", IsoMessage.returned("AC04"))));
      }
    });
  }

  private static InboundFile report(Books.BatchRow batch, String stated, String transactions) {
    return IsoMessage.file(IsoMessage.group(batch.seq(), "10", AT, stated, transactions));
  }
}
