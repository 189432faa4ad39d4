package vn.chitra.hub.inbound;

import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.ReportedState;

/** Maps a partner's code to the hub's reported state, by that partner's code table. */
@FunctionalInterface
public interface StateOfCode {

  /** {@link ReportedState#UNKNOWN} for a code that is not in the table; never throws for a code. */
  ReportedState stateOf(PartnerProfile partner, String code);
}
