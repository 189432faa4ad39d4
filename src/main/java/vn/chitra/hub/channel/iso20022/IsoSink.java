package vn.chitra.hub.channel.iso20022;

/**
 * Takes what a file says while it is being read, in bounded memory. When the reading ends as {@link IsoParseResult.Refused}, whatever was
 * handed over is forgotten.
 */
public interface IsoSink {

  void line(IsoLine line);

  void notice(IsoNotice notice);

  /** Booked entries of a camt.053, before the statement they belong to is known to balance. */
  void entry(StatementEntry entry);
}
