package vn.chitra.hub.confirmation.iso;

import java.util.List;
import vn.chitra.hub.confirmation.Reading.NotUnderstood;

/** What came of reading one ISO message. */
public sealed interface IsoReading {

  /** A pain.002. */
  record StatusRead(StatusReport report, IsoOutcome outcome) implements IsoReading {}

  /**
   * A camt.054.
   *
   * @param entries all
   * @param lines handed over as {@link IsoLine}
   * @param unchanged entries pending or for information, which change nothing
   * @param fundingVnd booked credits that name no payment
   */
  record NotificationRead(int entries, int lines, int unchanged, long fundingVnd) implements IsoReading {}

  /** A camt.053. */
  record StatementsRead(List<IsoStatement> statements) implements IsoReading {}

  /** Nothing of the file counts: it is set aside and a case opened. */
  record Refused(NotUnderstood why) implements IsoReading {}
}
