package vn.chitra.hub.inbound;

import java.util.OptionalInt;
import vn.chitra.hub.partner.PartnerCode;
import vn.chitra.hub.payout.ReportedStatus;

/** Receives the statuses of a file, line by line, while it is read. */
public interface StatusSink {

  /** A line whose code the partner's code table explains. */
  void status(ReportedStatus line);

  /**
   * Receives a line whose meaning the message itself decides.
   *
   * @param ofFile number of the file of ours that the line itself names; empty = it names none
   */
  void status(ReportedStatus line, PartnerCode meaning, OptionalInt ofFile);
}
