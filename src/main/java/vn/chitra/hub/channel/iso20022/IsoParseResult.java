package vn.chitra.hub.channel.iso20022;

import java.util.List;
import vn.chitra.hub.inbound.ParseResult.NotUnderstood;

/** The result of parsing one ISO message. */
public sealed interface IsoParseResult {

  /** A pain.002. */
  record StatusRead(StatusReport report, IsoOutcome outcome) implements IsoParseResult {}

  /**
   * A camt.054.
   *
   * @param entries all
   * @param lines handed over as {@link IsoLine}
   * @param unchanged entries pending or for information, which change nothing
   * @param fundingVnd booked credits that name no payment
   */
  record NotificationRead(int entries, int lines, int unchanged, long fundingVnd) implements IsoParseResult {}

  /** A camt.053. */
  record StatementsRead(List<IsoStatement> statements) implements IsoParseResult {}

  /** No content of the file counts: it is set aside and a case opened. */
  record Refused(NotUnderstood why) implements IsoParseResult {}
}
