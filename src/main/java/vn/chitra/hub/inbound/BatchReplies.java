package vn.chitra.hub.inbound;

import java.util.Optional;

/** Which numbered answers to a batch have been heard: parts of a bank's result, versions of a list's report. */
public interface BatchReplies {

  enum Kind { PART, VERSION }

  /** The hash of the answer that holds that number. */
  Optional<String> hashOf(long batchId, Kind kind, int number);

  void hold(long batchId, Kind kind, int number, String sha256, boolean closing, long fileId);

  /** Whether a closing part and every part before it are here. */
  boolean partsComplete(long batchId);

  /** Payments of the batch that no status of its answers names. */
  Unnamed unnamed(long batchId);

  /** Whether anything final was said of a payment of the batch, whatever its amount. */
  boolean anyFinal(long batchId);

  /** @param payments count, @param totalVnd dong */
  record Unnamed(int payments, long totalVnd) {}
}
