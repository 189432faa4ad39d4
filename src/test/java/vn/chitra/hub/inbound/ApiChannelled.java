package vn.chitra.hub.inbound;

import java.util.Optional;
import vn.chitra.hub.inbound.HubStory.InboundFile;
import vn.chitra.hub.partner.PartnerKind;

/** A bank with an API, however it brings the result of a transfer. */
abstract class ApiChannelled implements Channelled {

  @Override
  public PartnerKind kind() {
    return PartnerKind.BANK_API;
  }

  @Override
  public String bin() {
    return ApiMessages.BIN;
  }

  /** A status of one transfer. */
  abstract InboundFile says(Books.BatchRow batch, String id, long amount, String status, String code);

  @Override
  public InboundFile holds(HubStory story, Books.BatchRow batch, String id, long amount) {
    return ApiMessages.page(batch, 1, false);
  }

  @Override
  public Optional<InboundFile> refuses(Books.BatchRow batch) {
    return Optional.of(ApiMessages.refusal(batch, 400, "F3"));
  }

  @Override
  public InboundFile pays(HubStory story, Books.BatchRow batch, String id, long amount) {
    return says(batch, id, amount, "PAID", "00");
  }

  @Override
  public Optional<InboundFile> leavesInProgress(Books.BatchRow batch, String id, long amount) {
    return Optional.of(ApiMessages.page(batch, 1, true, ApiMessages.result(id, amount, "PROCESSING", "09")));
  }

  @Override
  public InboundFile rejects(HubStory story, Books.BatchRow batch, String id, long amount) {
    return says(batch, id, amount, "REJECTED", "01");
  }

  @Override
  public Optional<InboundFile> returns(Books.BatchRow batch, String id, long amount) {
    return Optional.of(says(batch, id, amount, "RETURNED", "20"));
  }
}
