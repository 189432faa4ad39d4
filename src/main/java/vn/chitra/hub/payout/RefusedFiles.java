package vn.chitra.hub.payout;

/**
 * The payments of files that a partner refused. A refusal with our hash makes their ids free for the next file. A later status about the
 * refused file contradicts the refusal. Both verbs run in the caller's transaction.
 */
public interface RefusedFiles {

  /** Notes every payment of the batch, before they are taken back. */
  void refused(long batchId);

  /**
   * Handles a status about a refused file. Its payments in no other numbered file, and payments that took their place, are frozen. No other
   * payment of these payouts starts and none is given back until a final negative status about that file or a decision of two persons.
   * Opens a case on the batch.
   *
   * @param fileId the message with the status
   */
  void answered(long batchId, long fileId);

  /** Two persons release them: frozen payments may travel, the others count as not made by the refused file. @return payments frozen */
  int release(long batchId);
}
