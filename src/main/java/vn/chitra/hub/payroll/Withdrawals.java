package vn.chitra.hub.payroll;

import java.util.List;

/** Payrolls that their agencies took back, as the hub's tables follow; set-wise, in the caller's transaction. */
public interface Withdrawals {

  /** What a withdrawal meets. */
  enum Progress {
    /** Unknown, or its withdrawal was heard before. */
    NOTHING_TO_DO,
    /** Every line was refused: there is nothing to take back. */
    REFUSED,
    /** No payment of it was ever given a number, and no payout of it has an outcome. */
    NO_NUMBER,
    SOME_NUMBERED
  }

  /** Of the payrolls that are withdrawn at the province, those that the hub took and did not hear of yet; outside of any transaction. */
  List<String> notYetHeard(int limit);

  /**
   * Locks the payroll, its payments and its payouts until the transaction ends, then says where it stands: no payment can get a number now.
   */
  Progress lock(String payrollId);

  /** Marks it as withdrawn. */
  void heard(String payrollId);

  /**
   * Payouts CANCELLED with their keys free, revived ones back to where they came from; payments CANCELLED and out of their open batches;
   * the books as if nothing had been handed over; receipt CANCELLED. @return payouts
   */
  int cancel(String payrollId);

  /** Every payment without a number is frozen and out of its open batch. @return payments */
  int freeze(String payrollId);

  /**
   * Payouts of withdrawn payrolls that stand still, each with a case for a person: frozen, or with no payment alive or paid. @return
   * payouts
   */
  int hold();
}
