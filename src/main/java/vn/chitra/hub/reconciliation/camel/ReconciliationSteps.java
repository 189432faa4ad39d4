package vn.chitra.hub.reconciliation.camel;

import org.springframework.stereotype.Component;
import vn.chitra.hub.reconciliation.AdvanceReceipts;
import vn.chitra.hub.reconciliation.CloseMonth;
import vn.chitra.hub.reconciliation.WatchReplies;

/** Route beans for reconciliation. */
@Component("reconciliationSteps")
public final class ReconciliationSteps {

  private final AdvanceReceipts receipts;
  private final WatchReplies replies;
  private final CloseMonth months;

  ReconciliationSteps(AdvanceReceipts receipts, WatchReplies replies, CloseMonth months) {
    this.receipts = receipts;
    this.replies = replies;
    this.months = months;
  }

  public int advanceReceipts() {
    return receipts.advance();
  }

  public void watchReplies() {
    replies.watch();
  }

  public void closeMonths() {
    months.closeDue();
  }
}
