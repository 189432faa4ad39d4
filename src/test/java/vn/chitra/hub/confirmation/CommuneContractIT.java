package vn.chitra.hub.confirmation;

import java.util.Optional;
import vn.chitra.hub.confirmation.HubStory.AnswerFile;
import vn.chitra.hub.partner.PartnerKind;

class CommuneContractIT extends ChannelContract {

  CommuneContractIT() {
    super(new Channelled() {
      @Override
      public PartnerKind kind() {
        return PartnerKind.COMMUNE;
      }

      @Override
      public AnswerFile holds(HubStory story, Books.BatchRow batch, String id, long amount) {
        return CashAnswers.commune(story, batch).paid(id).interim(1);
      }

      @Override
      public Optional<AnswerFile> refuses(Books.BatchRow batch) {
        return Optional.empty();
      }

      @Override
      public AnswerFile pays(HubStory story, Books.BatchRow batch, String id, long amount) {
        return CashAnswers.commune(story, batch).paid(id).amount(id, amount).settled(amount, 0).closing(2);
      }

      @Override
      public AnswerFile paysInstead(HubStory story, Books.BatchRow batch, String ours, String other, long amount) {
        return CashAnswers.commune(story, batch).put(ours, "Mã chi trả", other).paid(other).settled(amount, 0).closing(2);
      }

      @Override
      public AnswerFile rejects(HubStory story, Books.BatchRow batch, String id, long amount) {
        return CashAnswers.commune(story, batch).unpaid(id, "K3").settled(0, amount).closing(2);
      }

      @Override
      public Optional<AnswerFile> returns(Books.BatchRow batch, String id, long amount) {
        return Optional.empty();
      }
    });
  }
}
