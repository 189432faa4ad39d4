package vn.chitra.hub.confirmation;

import java.util.Optional;
import vn.chitra.hub.confirmation.HubStory.AnswerFile;
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
      public AnswerFile holds(HubStory story, Books.BatchRow batch, String id, long amount) {
        return report(batch, "ACSP", "");
      }

      @Override
      public Optional<AnswerFile> refuses(Books.BatchRow batch) {
        return Optional.of(report(batch, "RJCT FF01", ""));
      }

      @Override
      public AnswerFile pays(HubStory story, Books.BatchRow batch, String id, long amount) {
        return IsoMessage.file(IsoMessage.booked(id, String.valueOf(amount), "DBIT", "BOOK", ""));
      }

      @Override
      public AnswerFile rejects(HubStory story, Books.BatchRow batch, String id, long amount) {
        return report(batch, "PART", IsoMessage.transaction(id, "RJCT AC01"));
      }

      @Override
      public Optional<AnswerFile> returns(Books.BatchRow batch, String id, long amount) {
        return Optional.of(IsoMessage.file(IsoMessage.booked(id, String.valueOf(amount), "CRDT", "BOOK", IsoMessage.returned("AC04"))));
      }
    });
  }

  private static AnswerFile report(Books.BatchRow batch, String stated, String transactions) {
    return IsoMessage.file(IsoMessage.group(batch.seq(), "10", AT, stated, transactions));
  }
}
