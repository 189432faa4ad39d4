package vn.chitra.hub.confirmation;

import java.util.Optional;
import vn.chitra.hub.confirmation.BankAnswers.Line;
import vn.chitra.hub.confirmation.HubStory.AnswerFile;
import vn.chitra.hub.partner.PartnerKind;

class BankCsvContractIT extends ChannelContract {

  BankCsvContractIT() {
    super(new Channelled() {
      @Override
      public PartnerKind kind() {
        return PartnerKind.BANK_CSV;
      }

      @Override
      public AnswerFile holds(HubStory story, Books.BatchRow batch, String id, long amount) {
        return BankAnswers.ack(batch, 1, true, "00");
      }

      @Override
      public Optional<AnswerFile> refuses(Books.BatchRow batch) {
        return Optional.of(BankAnswers.ack(batch, 1, false, "F3"));
      }

      @Override
      public AnswerFile pays(HubStory story, Books.BatchRow batch, String id, long amount) {
        return BankAnswers.part(batch, 1, true, Line.of(id, amount, "00"));
      }

      @Override
      public AnswerFile rejects(HubStory story, Books.BatchRow batch, String id, long amount) {
        return BankAnswers.part(batch, 1, true, Line.of(id, amount, "01"));
      }

      @Override
      public Optional<AnswerFile> returns(Books.BatchRow batch, String id, long amount) {
        return Optional.of(BankAnswers.part(batch, 2, true, Line.of(id, amount, "20")));
      }
    });
  }
}
