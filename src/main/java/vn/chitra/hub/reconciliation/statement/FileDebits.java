package vn.chitra.hub.reconciliation.statement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares, per file of ours and day, the payments in the bank's results with the debits of the account. */
public interface FileDebits {

  /** Result files of these partners that are not counted yet. */
  long toCount(Collection<String> partners);

  /** Takes note of the partner's new result files, in the caller's transaction. @return the batches that they answer */
  Set<Long> newlyAnswered(String partner);

  /** Finds the batches of file entries that have none yet. @return those batches */
  Set<Long> findBatches(String partner);

  /** Computes again, for these batches, the reported and the debited sums, and marks the entries that agree. */
  void count(Set<Long> batches);

  /** Days on which the two sums differ and no outstanding item explains it. */
  List<Difference> differences(String partner, LocalDate today);

  /** Amounts in dong; {@code fileId} and {@code lineNo} of the statement, null where none is of that day or none names the file. */
  record Difference(long batchId, String fileName, int seq, LocalDate day, long reportedVnd, long debitedVnd, @Nullable Long fileId,
      @Nullable Integer lineNo) {}
}
