package vn.chitra.hub.payroll;

/**
 * Writes the hub's results into the welfare database. Each method writes the due rows, a thousand at a time, and returns how many rows it
 * wrote; calling it again with nothing due writes nothing. Rows are upserted, and a lower revision never overwrites a higher one. No hub
 * transaction is open meanwhile: after a failure between the two databases the rows are still due and are written again, with the same
 * result. A technical failure throws.
 */
public interface WriteBack {

  int writeReceipts();

  int writeRefusals();

  int writeFundingNeeds();

  int writeResults();
}
