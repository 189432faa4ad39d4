package vn.chitra.hub.payout;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.partner.PartnerCode;

/**
 * The payment statuses that one file reports: staged line by line, then matched and applied set-wise in the caller's
 * transaction. One file at a time in one transaction.
 */
public interface PaymentStatuses {

  /**
   * @param batchId the batch that the file answers, for lists the only one whose payments it may name; null = any of the partner's
   * @param list a cash list: only its own payments count
   * @param provisional a cash list before its close: nothing becomes final
   * @param listVersion version of the list's report, 0 at a bank
   */
  record Scope(String partner, long fileId, @Nullable Long batchId, boolean list, boolean provisional, int listVersion) {}

  /**
   * @param lines staged
   * @param matched to payments
   * @param applied lines that changed a payment
   * @param batches in which the named payments travelled: the partner has them
   */
  record Outcome(int lines, int matched, int applied, Set<Long> batches) {}

  /** Begins a new file; statuses staged before in this transaction are discarded. */
  void begin();

  /** @param meaning what the partner's code table says of the line's code, or null */
  default void stage(ReportedStatus line, @Nullable PartnerCode meaning) {
    stage(line, meaning, OptionalInt.empty());
  }

  /** @param aboutSeq number of the file of ours that the line itself names; empty = it names none */
  void stage(ReportedStatus line, @Nullable PartnerCode meaning, OptionalInt aboutSeq);

  /**
   * Stages one status for every payment of the batch that is out and that no line named, for a report that lists only what is different.
   *
   * @param happenedOn the day of the report, or null
   */
  void stageRest(long batchId, ReportedState reported, String code, @Nullable LocalDate happenedOn);

  /**
   * Matches to payments, keeps the statuses, moves the payments by {@link vn.chitra.hub.payout.PaymentTransitions}, and with them payouts,
   * results and the settlement; opens a case for unmatched lines. A repeated status changes nothing.
   */
  Outcome apply(Scope scope);

  /** Whether a staged line reports something other than PAID for an id that is not in the batch. */
  boolean namesOthersUnpaid(long batchId);

  /** Payments of the batch that the staged lines do not name, or name with another amount. */
  long unnamedPayments(long batchId);
}
