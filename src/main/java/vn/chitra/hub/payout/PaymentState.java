package vn.chitra.hub.payout;

import vn.chitra.hub.support.Word;

/** The states of a payment. */
public enum PaymentState {
  PLANNED("đã lập, chưa vào tệp", "planned, in no file yet"),
  /** In an OPEN batch. Not written: the row has SENT, and this follows from its batch (view {@code current_payment}). */
  BATCHED("đã vào tệp, chưa gửi", "in a file, not sent"),
  SENT("đã gửi", "sent"),
  ACCEPTED("đối tác đang xử lý", "in progress at the partner"),
  PAID("đã chi", "paid"),
  REJECTED("bị từ chối", "rejected"),
  UNCOLLECTED("không đến nhận", "not collected"),
  CANCELLED("đã huỷ", "cancelled"),
  RETURNED("bị trả về", "returned"),
  /** Paid although another payment had taken over, or the liability was given back: outside the one-liability index. */
  PAID_IN_ERROR("chi nhầm", "paid in error");

  private final Word word;

  PaymentState(String vietnamese, String english) {
    this.word = new Word(vietnamese, english);
  }

  /** As people read it. */
  public Word word() {
    return word;
  }

  /** Money may still move by this payment. */
  public boolean isAlive() {
    return this == PLANNED || this == BATCHED || this == SENT || this == ACCEPTED;
  }

  /** Whether a new payment may start after this state. */
  public boolean isFinalNegative() {
    return this == REJECTED || this == UNCOLLECTED || this == CANCELLED || this == RETURNED;
  }
}
