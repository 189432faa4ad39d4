package vn.chitra.hub.payroll;

import java.util.List;

/** The hub's changes for payrolls that their agencies withdrew; set-wise, in the caller's transaction. */
public interface Withdrawals {

  /** The progress of a payroll at the time of its withdrawal. */
  enum Progress {
    /** The payroll is not in the hub, or its withdrawal is applied already. */
    NOTHING_TO_DO,
    /** Every line was refused, or two persons dismissed it: there is nothing to withdraw. */
    NOTHING_ACCEPTED,
    /** No payment of it was ever given a number, and no payout of it has an outcome. */
    NO_NUMBER,
    SOME_NUMBERED
  }

  /**
   * The payrolls among those withdrawn at the province that the hub took and whose withdrawal is not applied yet; outside of any
   * transaction.
   */
  List<String> notYetHeard(int limit);

  /**
   * Locks the payroll, its payments and its payouts until the transaction ends, then returns its progress: no payment can get a number now.
   */
  Progress lock(String payrollId);

  /** Records that the withdrawal is applied. */
  void heard(String payrollId);

  /**
   * Cancels the payroll: payouts CANCELLED with their keys free, revived ones back in their former state; payments CANCELLED and out of
   * their open batches; bookings as if nothing had been handed over; receipt CANCELLED. A payroll held for its totals whose place it had
   * taken waits again. @return payouts
   */
  int cancel(String payrollId);

  /** Every payment without a number is frozen and out of its open batch. @return payments */
  int freeze(String payrollId);

  /**
   * Holds the payouts of withdrawn payrolls without a running payment, each with a case for a person: frozen, or with no payment active or
   * paid. @return payouts
   */
  int hold();
}
