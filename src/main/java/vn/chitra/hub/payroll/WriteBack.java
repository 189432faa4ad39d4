package vn.chitra.hub.payroll;

/**
 * Everything that the hub writes into the welfare database. Each method writes what is due, a thousand rows at a time, and returns how
 * many rows it wrote; calling it again with nothing due writes nothing. Rows are upserted, a lower revision never overwrites a higher
 * one, and no hub transaction is open meanwhile: after a failure between the two databases the rows are due again and written again,
 * to the same end. A technical failure throws.
 */
public interface WriteBack {

  int writeReceipts();

  int writeRefusals();

  int writeFundingNeeds();

  int writeResults();
}
