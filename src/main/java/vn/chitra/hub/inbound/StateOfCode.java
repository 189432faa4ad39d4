package vn.chitra.hub.inbound;

import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.ReportedState;

/** The hub's own state for a partner's code, by that partner's code table. */
@FunctionalInterface
public interface StateOfCode {

  /** {@link ReportedState#UNKNOWN} for a code that the table does not know; never throws for a code. */
  ReportedState stateOf(PartnerProfile partner, String code);
}
