package vn.chitra.hub.reconciliation.statement;

import java.time.LocalDate;
import vn.chitra.hub.support.Dong;

/**
 * A partner's funding account, cumulative from its first statement (docs/money-rules.md, "Settlement"): {@code file debits − credits for payments = net
 * paid + paid in error}. What is still under way explains a difference for a while; the rest is unexplained.
 *
 * @param from day of the first statement that counts
 * @param until day of the last one
 * @param fileDebits taken for our files
 * @param paymentCredits given back for payments
 * @param netPaid payments that are paid
 * @param paidInError payments paid in error whose money has not come back
 * @param awaitedResults debited, and the results that say so are not here yet
 * @param paidAfterwards said to be paid after the last statement
 * @param awaitedCredits payments that came back and whose credit no statement shows yet
 * @param awaitedReturns credits whose payment the bank has not called returned yet
 */
public record FundingPosition(String partner, LocalDate from, LocalDate until, Dong fileDebits, Dong paymentCredits, Dong netPaid,
    Dong paidInError, Dong awaitedResults, Dong paidAfterwards, Dong awaitedCredits, Dong awaitedReturns) {

  /** Of the account less of the payments: positive when the bank took more than we know to be paid. */
  public Dong difference() {
    return fileDebits.minus(paymentCredits).minus(netPaid).minus(paidInError);
  }

  /** How much of the difference is under way. */
  public Dong underWay() {
    return awaitedResults.plus(awaitedCredits).minus(paidAfterwards).minus(awaitedReturns);
  }

  /** Zero when the books of the account and of the payments agree; anything else is a case. */
  public Dong unexplained() {
    return difference().minus(underWay());
  }
}
