package vn.chitra.hub.reconciliation.statement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Credits for returned payments: each matched by id and amount to one payment, each payment to one credit, for ever. */
public interface PaymentCredits {

  /**
   * Matches credits to payments: a payment that is RETURNED (or was rejected after a debit, or paid in error) and the whole of its amount.
   *
   * @return credits matched
   */
  int match(String partner);

  /**
   * Credits without a matching payment. A credit whose payment the bank has not reported as returned is listed only if it is older than
   * {@code impatientUntil}.
   */
  List<Unmatched> unmatched(String partner, LocalDate impatientUntil);

  /** The reason why a credit matches no payment. */
  enum Why { UNKNOWN_ID, OTHER_AMOUNT, CREDITED_BEFORE, NOT_RETURNED }

  /** Amounts in dong; {@code payoutId}, {@code paymentState} and {@code paymentVnd} null for an unknown id. */
  record Unmatched(Why why, long fileId, int lineNo, LocalDate day, long amountVnd, @Nullable String endToEndId,
      @Nullable Long payoutId, @Nullable String paymentState, @Nullable Long paymentVnd) {}
}
