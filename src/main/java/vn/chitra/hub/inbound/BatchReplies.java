package vn.chitra.hub.inbound;

import java.util.Optional;

/** The applied answers to a batch by number: parts of a bank's result, versions of a list's report. */
public interface BatchReplies {

  enum Kind { PART, VERSION }

  /** The hash of the stored answer with that number. */
  Optional<String> hashOf(long batchId, Kind kind, int number);

  void hold(long batchId, Kind kind, int number, String sha256, boolean closing, long fileId);

  /** Whether a closing part and every part before it have arrived. */
  boolean partsComplete(long batchId);

  /** Payments of the batch that no status of its answers names. */
  Unnamed unnamed(long batchId);

  /** Whether a final status was reported for a payment of the batch, with any amount. */
  boolean anyFinal(long batchId);

  /** @param payments count, @param totalVnd dong */
  record Unnamed(int payments, long totalVnd) {}
}
