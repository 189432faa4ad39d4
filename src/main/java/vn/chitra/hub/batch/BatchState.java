package vn.chitra.hub.batch;

/** The states of a batch, from open to answered. */
public enum BatchState {
  /** May be cancelled or rebuilt. */
  OPEN,
  CANCELLED,
  /** Bytes verified, archived and numbered: it will be sent, nothing in it is cancelled or re-routed any more. */
  BUILT,
  /** Committed before the first outside byte. */
  SENDING,
  /** The partner may hold the batch or not: the hub asks, or sends the same bytes again under the same name. */
  IN_DOUBT,
  /** The partner's side was seen to hold it. */
  SENT,
  /** The partner acknowledged the batch, or reported about its payments. */
  ACKNOWLEDGED,
  /** The partner refused the whole file; its payments went back to PLANNED. */
  REFUSED,
  /** The partner booked nothing for lack of funds; the same bytes are sent again when funds are available. */
  WAITING_FUNDS;

  /** The partner may have it, or may yet get it. */
  public boolean isOut() {
    return this == SENDING || this == IN_DOUBT || this == SENT || this == ACKNOWLEDGED;
  }
}
