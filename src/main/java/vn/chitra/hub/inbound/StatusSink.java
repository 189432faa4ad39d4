package vn.chitra.hub.inbound;

import java.util.OptionalInt;
import vn.chitra.hub.partner.CodeTable;
import vn.chitra.hub.partner.PartnerCode;
import vn.chitra.hub.payout.PaymentStatuses;
import vn.chitra.hub.payout.ReportedStatus;

/** Receives the statuses of a file, line by line, while it is read, and stages them; the caller of the parser applies them afterwards. */
public final class StatusSink {

  private final CodeTable codes;
  private final PaymentStatuses statuses;

  StatusSink(CodeTable codes, PaymentStatuses statuses) {
    this.codes = codes;
    this.statuses = statuses;
  }

  /** A line whose code the partner's code table explains. */
  public void status(ReportedStatus line) {
    statuses.stage(line, codes.lookup(line.code() == null ? "" : line.code()).orElse(null));
  }

  /**
   * Receives a line whose meaning the message itself decides.
   *
   * @param ofFile number of the file of ours that the line itself names; empty = it names none
   */
  public void status(ReportedStatus line, PartnerCode meaning, OptionalInt ofFile) {
    statuses.stage(line, meaning, ofFile);
  }
}
