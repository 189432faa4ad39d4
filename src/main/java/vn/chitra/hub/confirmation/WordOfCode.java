package vn.chitra.hub.confirmation;

import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.Word;

/** The hub's own word for a partner's code, by that partner's code table. */
@FunctionalInterface
public interface WordOfCode {

  /** {@link Word#UNKNOWN} for a code that the table does not know; never throws for a code. */
  Word wordFor(PartnerProfile partner, String code);
}
