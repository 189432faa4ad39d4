package vn.chitra.hub.payout;

/** Files that left and that the database has forgotten, because it was restored from a backup (money rule 11). */
public interface ForgottenFiles {

  /**
   * Whether a payment without a number may have left in such a file: then it is not ended, and no other payment starts in its place. True
   * from the restore until two persons released it.
   */
  boolean mayExist();
}
