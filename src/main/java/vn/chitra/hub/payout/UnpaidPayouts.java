package vn.chitra.hub.payout;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Payouts whose last payment ended without money reaching anybody: none is alive or paid, none was paid in error, and for each that came
 * back the credit stands on the statement (money rule 1). Every move is set-wise, in a transaction of its own, and looks again under the payouts'
 * row locks: giving back and starting a payment exclude each other.
 */
public interface UnpaidPayouts {

  /** What the payout waits for. */
  enum Phase {
    /** Nobody decided yet. */
    NEW,
    /** Held for another account. */
    ACCOUNT,
    /** Held for a person, because of how its last payment ended. */
    PERSON
  }

  /**
   * Payouts that go the same way.
   *
   * @param outcome of the payment that ended last, @param reason its reason code
   * @param since the business day on which the payout came to where it is
   */
  record Group(Phase phase, PaymentState outcome, @Nullable String reason, Channel channel, LocalDate payUntil, LocalDate since) {}

  /**
   * One of them with what a new payment needs.
   *
   * @param payrollId of the line that made it, as {@code lineNo}: they name its payments for ever
   * @param failed the accounts that its payments went to, {@code BIN/number}
   */
  record Unpaid(long payoutId, String payrollId, int lineNo, int attempts, String programme, String entitlementId, String kind,
      YearMonth forFrom, String circumstance, boolean noTransfer, String cashPlace, String communeCode, LocalDate payFrom,
      LocalDate accountCutoff, Channel channel, long amountVnd, Set<String> failed) {}

  List<Group> groups();

  /** Those of a group with a higher id, in order, at most {@code limit}. */
  List<Unpaid> after(Group group, long payoutId, int limit);

  /** To be held for another account, each with a case. @return payouts */
  int awaitAccount(Group group);

  /** To be held for a person, with a case unless one about the payout is open already. @return payouts */
  int hold(Group group);

  /** The same for some of them, with words of their own. @param words Vietnamese, no personal data. @return payouts */
  int hold(Group group, Collection<Long> payouts, String words);

  /** The liability leaves with result, booking and funding need. @return payouts */
  int giveBack(Group group, GivenBack how);

  /** The same for some of them. @return payouts */
  int giveBack(Group group, Collection<Long> payouts, GivenBack how);

  /**
   * Each payout gets its next payment, released where its payroll is, and moves in the books where the partner is another. @return payouts
   */
  int start(Group group, List<NewPayment> payments);

  /**
   * @param account to pay to, null for cash
   * @param words Vietnamese, why this way; added to the explanation
   */
  record NewPayment(PayoutPlans.Planned payment, Channel channel, AgencyData.@Nullable Account account, String words) {}
}
