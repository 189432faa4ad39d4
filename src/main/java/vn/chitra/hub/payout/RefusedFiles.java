package vn.chitra.hub.payout;

/**
 * The payments of files that a partner refused. A refusal with our hash frees their ids for the next file; a status that speaks of the
 * refused file afterwards puts that in doubt. Both verbs run in the caller's transaction.
 */
public interface RefusedFiles {

  /** Notes every payment of the batch, before they are taken back. */
  void refused(long batchId);

  /**
   * The partner spoke of the refused file: payments in no other numbered file, and payments that took their place, are frozen; no other
   * payment of these payouts starts and none is given back until a final negative status about that file or two persons say so. Opens
   * a case on the batch.
   *
   * @param fileId the message that speaks of it
   */
  void answered(long batchId, long fileId);

  /** Two persons release them: frozen payments may travel, the others count as not made by the refused file. @return payments frozen */
  int release(long batchId);
}
