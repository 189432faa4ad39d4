package vn.chitra.hub.payout;

/** The states of a payment. */
public enum PaymentState {
  PLANNED, BATCHED, SENT, ACCEPTED, PAID, REJECTED, UNCOLLECTED, CANCELLED, RETURNED,
  /** Paid although another payment had taken over, or the liability was given back: outside the one-liability index. */
  PAID_IN_ERROR;

  /** Money may still move by this payment. */
  public boolean isAlive() {
    return this == PLANNED || this == BATCHED || this == SENT || this == ACCEPTED;
  }

  /** Whether a new payment may start after this state. */
  public boolean isFinalNegative() {
    return this == REJECTED || this == UNCOLLECTED || this == CANCELLED || this == RETURNED;
  }
}
