package vn.chitra.hub.payroll;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The hub's active payments that a change at the province may concern; set-wise, each verb in a transaction of its own. */
public interface PaymentsUnderWay {

  /** Payments of the payroll that are in no file yet, with a higher id, in order, at most {@code limit}; frozen ones wait for a person. */
  List<PaymentUnderWay> waiting(String payrollId, long afterPayment, int limit);

  /** Payments of an open batch. */
  List<PaymentUnderWay> inBatch(long batchId, long afterPayment, int limit);

  /** Payments of the entitlements that have a file number: active, or paid in a month that is not closed. */
  List<PaymentUnderWay> numbered(Collection<String> entitlements);

  /**
   * Cancels the payments with the reason and takes them out of their open batch, unless they got a number meanwhile; the re-route continues
   * from there. @return payments
   */
  int takeBack(List<Objection> objections);

  /** Opens a case for each, unless the same case was opened before. */
  void notify(List<Objection> objections);

  /** Up to where changes were seen; empty at first. */
  Optional<Instant> seenUntil();

  void seenUntil(Instant newest);
}
