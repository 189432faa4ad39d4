package vn.chitra.hub.payout;

import java.util.Collection;

/** Ends payments that were paid in error. */
public interface PaidInError {

  /**
   * Ends errors of these payouts: the case closes with the last of them, and payments that were frozen for it are proposed for release.
   *
   * @param resolution Vietnamese, for the case
   */
  void settled(Collection<Long> payouts, String resolution);
}
