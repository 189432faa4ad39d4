package vn.chitra.hub.payout;

/**
 * Moves payments by reported statuses, and everything that follows from it, set-wise. The caller's transaction has staged the lines
 * in the temporary table {@code staged_status} (payment_id, about_batch_id, reported, ordinal, effect, happened_on, received_by,
 * partner_ref, reason_code, reason_text, code), matched and with equal amounts; each round moves by the n-th line of each payout. Fills
 * {@code staged_status.effect}.
 */
public interface PaymentMoves {

  /**
   * Judges statuses that are about different files of ours: those of a refused file, a second PAID from another file, a return of one of
   * two bookings. Fills {@code staged_status.effect} where such a line moves nothing, and opens a case for lines that contradict each
   * other. To be called once, with the payments locked, before the rounds.
   */
  void judgeByFile(long fileId, boolean provisional);

  /** A cash answer before the list is closed: SENT → ACCEPTED with a mark that may go both ways. @return payments changed */
  int applyProvisional(int round);

  /**
   * Final statuses: payments by {@link PaymentTransitions}; payouts PAID or open again; results with a new revision; bookings of the
   * settlement; frozen successors and cases where money went twice or unexpectedly.
   *
   * @return payments changed
   */
  int applyFinal(int round, long fileId);
}
