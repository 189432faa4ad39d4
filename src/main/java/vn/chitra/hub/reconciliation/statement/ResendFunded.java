package vn.chitra.hub.reconciliation.statement;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.chitra.hub.batch.Batch;
import vn.chitra.hub.batch.Batches;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.reconciliation.statement.WaitingBatches.Balance;
import vn.chitra.hub.reconciliation.statement.WaitingBatches.Waiting;

/**
 * Sends files that wait for funds again once funding stands on a statement: the same bytes, the oldest first, as far as the closing balance
 * covers them (contract §0.10). A file that the balance does not cover stops those after it.
 */
@Component
class ResendFunded {

  private static final Logger LOG = LoggerFactory.getLogger(ResendFunded.class);

  private final WaitingBatches waiting;
  private final Batches batches;
  private final Cases cases;
  private final Clock wallClock;

  ResendFunded(WaitingBatches waiting, Batches batches, Cases cases, @Qualifier("wallClock") Clock wallClock) {
    this.waiting = waiting;
    this.batches = batches;
    this.cases = cases;
    this.wallClock = wallClock;
  }

  void resend(String partner) {
    Balance balance = waiting.balance(partner).orElse(null);
    if (balance == null) {
      return;
    }
    long left = balance.leftVnd();
    for (Waiting one : waiting.funded(partner)) {
      if (one.totalVnd() > left) {
        return;
      }
      left -= one.totalVnd();
      Batch batch = batches.findById(one.batchId()).orElseThrow();
      batch.fundsStand(wallClock.instant());
      batches.save(batch);
      waiting.noteRetry(one.batchId(), balance.statementId());
      cases.autoClose(CaseKind.BATCH_WAITING_FUNDS, "batch:" + one.batchId(), "tiền đã về trên sổ phụ, tệp được gửi lại");
      LOG.info("batch {} has its funds and goes again: {} dong", one.batchId(), one.totalVnd());
    }
  }
}
