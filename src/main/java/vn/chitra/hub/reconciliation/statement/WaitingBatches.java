package vn.chitra.hub.reconciliation.statement;

import java.util.List;
import java.util.Optional;

/** Files of ours that wait for funds, and the balance that may cover them. */
public interface WaitingBatches {

  /**
   * The batches for which funding came, by a statement of the day of the bank's refusal or later, and which were not sent again since; the
   * oldest first.
   */
  List<Waiting> funded(String partner);

  /** The balance of the newest statement that counts, less the files that were sent again and are not debited yet. */
  Optional<Balance> balance(String partner);

  void noteRetry(long batchId, long statementId);

  /** @param totalVnd dong */
  record Waiting(long batchId, long totalVnd) {}

  /** @param leftVnd dong */
  record Balance(long statementId, long leftVnd) {}
}
