package vn.chitra.hub.payout;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Payouts whose last payment ended unpaid: no payment is active or paid, none was paid in error, and for each returned payment the credit
 * stands on the statement (money rule 1). Every move is set-wise, in a transaction of its own, and checks again under the payouts' row
 * locks: giving back and starting a payment exclude each other.
 */
public interface UnpaidPayouts {

  /** The event that an unpaid payout waits for. */
  enum Phase {
    /** Nobody decided yet. */
    NEW,
    /** Held for another account. */
    ACCOUNT,
    /** Held for a person, because of how its last payment ended. */
    PERSON
  }

  /**
   * Payouts for which the policy gives the same decision.
   *
   * @param outcome of the payment that ended last, @param reason its reason code
   * @param since the business day on which the payout came to where it is
   */
  record Group(Phase phase, PaymentState outcome, @Nullable String reason, Channel channel, LocalDate payUntil, LocalDate since) {}

  /**
   * One payout of a group, with the data that a new payment needs.
   *
   * @param payrollId of the line that made it, as {@code lineNo}: they name its payments for ever
   * @param failed the accounts that its payments went to, {@code BIN/number}
   */
  record Unpaid(long payoutId, String payrollId, int lineNo, int nextAttempt, String programme, String entitlementId, String kind,
      YearMonth forFrom, String circumstance, boolean noTransfer, String cashPlace, String communeCode, LocalDate payFrom,
      LocalDate accountCutoff, Channel channel, long amountVnd, Set<String> failed) {}

  List<Group> groups();

  /** The payouts of a group with a higher id, in order, at most {@code limit}. */
  List<Unpaid> after(Group group, long payoutId, int limit);

  /** To be held for another account, each with a case. @return payouts */
  int awaitAccount(Group group);

  /** To be held for a person, with a case unless one about the payout is open already. @return payouts */
  int hold(Group group);

  /**
   * The same for some payouts of the group, with an explanation of their own. @param words Vietnamese, no personal data. @return payouts
   */
  int hold(Group group, Collection<Long> payouts, String words);

  /** The liability leaves with result, booking and funding need. @return payouts */
  int giveBack(Group group, GivenBack how);

  /** The same for some payouts of the group. @return payouts */
  int giveBack(Group group, Collection<Long> payouts, GivenBack how);

  /** Gives each payout its next payment, released if its payroll is, and books the move if the partner changes. @return payouts */
  int start(Group group, List<NewPayment> payments);

  /**
   * @param account to pay to, null for cash
   * @param words Vietnamese, the reason for this channel; added to the explanation
   */
  record NewPayment(PayoutPlans.Planned payment, Channel channel, AgencyData.@Nullable Account account, String words) {}
}
