package vn.chitra.hub.reconciliation.statement;

import java.time.LocalDate;
import vn.chitra.hub.support.Dong;

/**
 * A partner's funding account, cumulative from its first statement (docs/money-rules.md, "Settlement"): {@code file debits − credits for
 * payments = net paid + paid in error}. Outstanding items explain a difference for a while; the rest is unexplained.
 *
 * @param from day of the first statement that counts
 * @param until day of the last one
 * @param fileDebits taken for our files
 * @param paymentCredits given back for payments
 * @param netPaid payments that are paid
 * @param paidInError payments paid in error whose money has not come back
 * @param awaitedResults debited, and the results for them have not come yet
 * @param paidAfterwards reported as paid after the last statement
 * @param awaitedCredits payments that came back and whose credit no statement shows yet
 * @param awaitedReturns credits whose payment the bank has not called returned yet
 */
public record FundingPosition(String partner, LocalDate from, LocalDate until, Dong fileDebits, Dong paymentCredits, Dong netPaid,
    Dong paidInError, Dong awaitedResults, Dong paidAfterwards, Dong awaitedCredits, Dong awaitedReturns) {

  /** Account minus payments: positive when the bank debited more than the payments that the hub holds as paid. */
  public Dong difference() {
    return fileDebits.minus(paymentCredits).minus(netPaid).minus(paidInError);
  }

  /** The part of the difference that outstanding items explain. */
  public Dong underWay() {
    return awaitedResults.plus(awaitedCredits).minus(paidAfterwards).minus(awaitedReturns);
  }

  /** Zero when account and payments agree; any other value opens a case. */
  public Dong unexplained() {
    return difference().minus(underWay());
  }
}
