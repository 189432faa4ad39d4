package vn.chitra.hub.confirmation;

import java.util.Optional;
import vn.chitra.hub.confirmation.CashAnswers.Line;
import vn.chitra.hub.confirmation.HubStory.AnswerFile;
import vn.chitra.hub.partner.PartnerKind;

class PostOfficeContractIT extends ChannelContract {

  PostOfficeContractIT() {
    super(new Channelled() {
      @Override
      public PartnerKind kind() {
        return PartnerKind.POST_OFFICE;
      }

      @Override
      public AnswerFile holds(HubStory story, Books.BatchRow batch, String id, long amount) {
        return CashAnswers.postOffice(batch, 1, false, Line.paid(id, amount));
      }

      @Override
      public Optional<AnswerFile> refuses(Books.BatchRow batch) {
        return Optional.empty();
      }

      @Override
      public AnswerFile pays(HubStory story, Books.BatchRow batch, String id, long amount) {
        return CashAnswers.postOffice(batch, 2, true, Line.paid(id, amount));
      }

      @Override
      public AnswerFile rejects(HubStory story, Books.BatchRow batch, String id, long amount) {
        return CashAnswers.postOffice(batch, 2, true, Line.unpaid(id, amount, "K3"));
      }

      @Override
      public Optional<AnswerFile> returns(Books.BatchRow batch, String id, long amount) {
        return Optional.empty();
      }
    });
  }
}
