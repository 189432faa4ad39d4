package vn.chitra.hub.payout;

import java.util.Collection;

/** The end of money that went in error. */
public interface PaidInError {

  /**
   * Some error of these payouts is over: the case closes with the last of it, and payments that were frozen for it ask to be let go.
   *
   * @param resolution Vietnamese, for the case
   */
  void settled(Collection<Long> payouts, String resolution);
}
