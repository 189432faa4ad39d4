package vn.chitra.hub.payroll;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies an agency's withdrawal of a payroll. If no payment has a file number, all payments are cancelled and the receipt is CANCELLED.
 * Otherwise sent payments continue, the others are frozen, and a person decides about each payout. While a restored database is not
 * released, a withdrawal waits. Repeating it, or running it in two instances at once, changes nothing more; a technical failure throws and
 * leaves nothing behind.
 */
@Component
public final class WithdrawPayroll {

  private static final Logger LOG = LoggerFactory.getLogger(WithdrawPayroll.class);

  private final Withdrawals withdrawals;
  private final TransactionTemplate transaction;

  public WithdrawPayroll(Withdrawals withdrawals, PlatformTransactionManager hubTransactions) {
    this.withdrawals = withdrawals;
    this.transaction = new TransactionTemplate(hubTransactions);
  }

  public void withdraw(String payrollId) {
    transaction.executeWithoutResult(status -> once(payrollId));
  }

  /**
   * Holds the payouts of withdrawn payrolls whose payments ended with a final negative status since: nothing new starts for them
   * automatically. @return payouts
   */
  public int holdPayrollPayouts() {
    Integer held = transaction.execute(status -> withdrawals.hold());
    return held == null ? 0 : held;
  }

  private void once(String payrollId) {
    Withdrawals.Progress progress = withdrawals.lock(payrollId);
    if (progress == Withdrawals.Progress.NOTHING_TO_DO) {
      return;
    }
    withdrawals.heard(payrollId);
    switch (progress) {
      case NO_NUMBER -> LOG.info("payroll {} withdrawn: {} payouts cancelled", payrollId, withdrawals.cancel(payrollId));
      case SOME_NUMBERED -> {
        int frozen = withdrawals.freeze(payrollId);
        LOG.info("payroll {} withdrawn: {} payments frozen, {} payouts wait for a person", payrollId, frozen, withdrawals.hold());
      }
      default -> LOG.info("payroll {} withdrawn: nothing of it was accepted", payrollId);
    }
  }
}
