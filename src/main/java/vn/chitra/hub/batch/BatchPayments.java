package vn.chitra.hub.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Access to payments for building batches: released payments to gather, gathered payments to write. Every move is one set-wise statement.
 */
public interface BatchPayments {

  /**
   * Released payments of a partner that can share a batch.
   *
   * @param payUntil the latest of the payouts meant
   */
  record Waiting(String folder, String programme, LocalDate period, LocalDate payFrom, LocalDate payUntil) {}

  /** @param payments count, @param totalVnd dong */
  record Load(int payments, long totalVnd) {}

  /** Released, not frozen payments of the partner that were released up to then. */
  List<Waiting> waiting(String partner, Instant releasedUpTo);

  /** PLANNED → BATCHED: numbers at most {@code max} waiting payments of the group into the batch. */
  Load fill(Batch batch, PaymentGroup group, Instant releasedUpTo, int max);

  /** PLANNED → SENT for payments that left in a file which the database had forgotten: into that file's batch. @return how many */
  int reattach();

  /**
   * Count and total of the batch, locked until the transaction ends: nobody takes a payment out of a file that is being written. This call
   * also locks every payment and numbers the lines of an open batch from 1 without a gap, after payments have left it.
   */
  Load load(long batchId);

  /** The batch's payments in line order; a cursor, to be closed. */
  Stream<BankInstruction> bankInstructions(long batchId);

  /** The batch's payments in line order; a cursor, to be closed. */
  Stream<CashEntry> cashEntries(long batchId);

  /** BATCHED → SENT: they may be out there. @return how many */
  int sent(long batchId);

  /** BATCHED → PLANNED, and unreleased: a person decides first. @return how many */
  int replan(long batchId);

  /** SENT, ACCEPTED → PLANNED, unreleased, for payments without a final status: the whole file was refused. @return how many */
  int takeBackRefused(long batchId);

  /** The next number of that partner and file kind, taken in the caller's transaction: no gap, for ever. */
  int nextSeq(Batch batch);
}
