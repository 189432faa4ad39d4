package vn.chitra.hub.reconciliation.camel;

import org.springframework.stereotype.Component;
import vn.chitra.hub.reconciliation.AdvanceReceipts;
import vn.chitra.hub.reconciliation.CloseMonth;
import vn.chitra.hub.reconciliation.WatchAnswers;

/** The steps of reconciliation. */
@Component("reconciliationSteps")
public final class ReconciliationSteps {

  private final AdvanceReceipts receipts;
  private final WatchAnswers answers;
  private final CloseMonth months;

  ReconciliationSteps(AdvanceReceipts receipts, WatchAnswers answers, CloseMonth months) {
    this.receipts = receipts;
    this.answers = answers;
    this.months = months;
  }

  public int advanceReceipts() {
    return receipts.advance();
  }

  public void watchAnswers() {
    answers.watch();
  }

  public void closeMonths() {
    months.closeDue();
  }
}
