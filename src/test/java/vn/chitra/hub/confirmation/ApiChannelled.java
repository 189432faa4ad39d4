package vn.chitra.hub.confirmation;

import java.util.Optional;
import vn.chitra.hub.confirmation.HubStory.AnswerFile;
import vn.chitra.hub.partner.PartnerKind;

/** A bank with an API, however it brings the result of a transfer. */
abstract class ApiChannelled implements Channelled {

  @Override
  public PartnerKind kind() {
    return PartnerKind.BANK_API;
  }

  @Override
  public String bin() {
    return ApiAnswers.BIN;
  }

  /** A status of one transfer. */
  abstract AnswerFile says(Books.BatchRow batch, String id, long amount, String status, String code);

  @Override
  public AnswerFile holds(HubStory story, Books.BatchRow batch, String id, long amount) {
    return ApiAnswers.page(batch, 1, false);
  }

  @Override
  public Optional<AnswerFile> refuses(Books.BatchRow batch) {
    return Optional.of(ApiAnswers.refusal(batch, 400, "F3"));
  }

  @Override
  public AnswerFile pays(HubStory story, Books.BatchRow batch, String id, long amount) {
    return says(batch, id, amount, "PAID", "00");
  }

  @Override
  public AnswerFile rejects(HubStory story, Books.BatchRow batch, String id, long amount) {
    return says(batch, id, amount, "REJECTED", "01");
  }

  @Override
  public Optional<AnswerFile> returns(Books.BatchRow batch, String id, long amount) {
    return Optional.of(says(batch, id, amount, "RETURNED", "20"));
  }
}
