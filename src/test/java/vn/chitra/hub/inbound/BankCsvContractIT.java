package vn.chitra.hub.inbound;

import java.util.Optional;
import vn.chitra.hub.inbound.BankMessages.Line;
import vn.chitra.hub.inbound.HubStory.InboundFile;
import vn.chitra.hub.partner.PartnerKind;

class BankCsvContractIT extends ChannelContract {

  BankCsvContractIT() {
    super(new Channelled() {
      @Override
      public PartnerKind kind() {
        return PartnerKind.BANK_CSV;
      }

      @Override
      public InboundFile holds(HubStory story, Books.BatchRow batch, String id, long amount) {
        return BankMessages.ack(batch, 1, true, "00");
      }

      @Override
      public Optional<InboundFile> refuses(Books.BatchRow batch) {
        return Optional.of(BankMessages.ack(batch, 1, false, "F3"));
      }

      @Override
      public InboundFile pays(HubStory story, Books.BatchRow batch, String id, long amount) {
        return BankMessages.part(batch, 1, true, Line.of(id, amount, "00"));
      }

      @Override
      public Optional<InboundFile> leavesInProgress(Books.BatchRow batch, String id, long amount) {
        return Optional.of(BankMessages.part(batch, 1, true, Line.of(id, amount, "09")));
      }

      @Override
      public InboundFile paysLater(HubStory story, Books.BatchRow batch, String id, long amount) {
        return BankMessages.part(batch, 2, true, Line.of(id, amount, "00"));
      }

      @Override
      public InboundFile rejects(HubStory story, Books.BatchRow batch, String id, long amount) {
        return BankMessages.part(batch, 1, true, Line.of(id, amount, "01"));
      }

      @Override
      public Optional<InboundFile> returns(Books.BatchRow batch, String id, long amount) {
        return Optional.of(BankMessages.part(batch, 2, true, Line.of(id, amount, "20")));
      }
    });
  }
}
