package vn.chitra.hub.reconciliation;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.payroll.PayrollReceipts;

/** Updates a payroll's receipt: DISPATCHED when every payment has left the hub, SETTLED when no payout is open. */
@Component
public class AdvanceReceipts {

  private final PayrollReceipts receipts;

  AdvanceReceipts(PayrollReceipts receipts) {
    this.receipts = receipts;
  }

  /** How many receipts say less than what is true now. */
  public long due() {
    return receipts.due();
  }

  /** @return receipts that changed */
  @Transactional
  public int advance() {
    return receipts.advance();
  }
}
