package vn.chitra.hub.channel.iso20022;

/**
 * Receives the content of a file while it is read, in bounded memory. When the result is {@link IsoParseResult.Refused}, everything that
 * was delivered is discarded.
 */
public interface IsoSink {

  void line(IsoLine line);

  void notice(IsoNotice notice);

  /** Booked entries of a camt.053, before the statement they belong to is known to balance. */
  void entry(StatementEntry entry);
}
