package vn.chitra.hub.inbound;

import java.util.OptionalInt;
import vn.chitra.hub.partner.PartnerCode;
import vn.chitra.hub.payout.ReportedStatus;

/** Takes what a file reports, line by line, while it is read. */
public interface StatusSink {

  /** A line whose code the partner's code table explains. */
  void status(ReportedStatus line);

  /**
   * A line of a message that decides itself what it means.
   *
   * @param ofFile number of the file of ours that the line itself names; empty = it names none
   */
  void status(ReportedStatus line, PartnerCode meaning, OptionalInt ofFile);
}
