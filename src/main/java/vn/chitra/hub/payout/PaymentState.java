package vn.chitra.hub.payout;

/** Where one attempt to deliver a payout stands. */
public enum PaymentState {
  PLANNED, BATCHED, SENT, ACCEPTED, PAID, REJECTED, UNCOLLECTED, CANCELLED, RETURNED,
  /** Paid although another payment had taken over, or the liability was given back: outside the one-liability index. */
  PAID_IN_ERROR;

  /** Money may still move by this payment. */
  public boolean isAlive() {
    return this == PLANNED || this == BATCHED || this == SENT || this == ACCEPTED;
  }

  /** Only after one of these may a new payment start. */
  public boolean isFinalNegative() {
    return this == REJECTED || this == UNCOLLECTED || this == CANCELLED || this == RETURNED;
  }
}
