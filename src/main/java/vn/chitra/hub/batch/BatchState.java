package vn.chitra.hub.batch;

import vn.chitra.hub.support.Word;

/** The states of a batch, from open to answered. */
public enum BatchState {
  /** May be cancelled or rebuilt. */
  OPEN("đang gom", "gathering"),
  CANCELLED("đã bỏ, không gửi", "dropped, not sent"),
  /** Bytes verified, archived and numbered: it will be sent, nothing in it is cancelled or re-routed any more. */
  BUILT("đã tạo, chưa gửi", "built, not sent"),
  /** Committed before the first outside byte. */
  SENDING("đang gửi", "being sent"),
  /** The partner may hold the batch or not: the hub asks, or sends the same bytes again under the same name. */
  IN_DOUBT("chưa rõ đối tác đã giữ hay chưa", "in doubt whether the partner holds it"),
  /** The partner's side was seen to hold it. */
  SENT("đã gửi", "sent"),
  /** The partner acknowledged the batch, or reported about its payments. */
  ACKNOWLEDGED("đối tác đã nhận", "acknowledged by the partner"),
  /** The partner refused the whole file; its payments went back to PLANNED. */
  REFUSED("đối tác từ chối cả tệp", "the whole file refused by the partner"),
  /** The partner booked nothing for lack of funds; the same bytes are sent again when funds are available. */
  WAITING_FUNDS("đối tác chờ tiền", "the partner waits for funds");

  private final Word word;

  BatchState(String vietnamese, String english) {
    this.word = new Word(vietnamese, english);
  }

  /** As people read it. */
  public Word word() {
    return word;
  }

  /** The partner may have it, or may yet get it. */
  public boolean isOut() {
    return this == SENDING || this == IN_DOUBT || this == SENT || this == ACKNOWLEDGED;
  }
}
