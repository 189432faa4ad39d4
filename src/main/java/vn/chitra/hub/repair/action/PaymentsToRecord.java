package vn.chitra.hub.repair.action;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.batch.Batch;
import vn.chitra.hub.batch.Batches;
import vn.chitra.hub.payout.PaymentState;
import vn.chitra.hub.payout.RecordOutcome;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.reconciliation.statement.Statements;
import vn.chitra.hub.repair.Ids;
import vn.chitra.hub.repair.RepairActionHandler.Preview;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Word;
import vn.chitra.hub.support.Zone;

/** Payments whose outcome persons record: locked (batch, payroll, payments, then payout), read, recorded. */
@Component
class PaymentsToRecord {

  private static final String LOCK_BATCHES = SqlText.of("repair/lock-batches-of-payout");
  private static final String PAYMENT = SqlText.of("repair/find-payment-to-record");

  private final JdbcClient jdbc;
  private final LockedPayouts locked;
  private final RecordOutcome outcomes;
  private final Batches batches;
  private final Statements statements;
  private final Clock businessClock;

  PaymentsToRecord(JdbcClient jdbc, LockedPayouts locked, RecordOutcome outcomes, Batches batches, Statements statements,
      Clock businessClock) {
    this.jdbc = jdbc;
    this.locked = locked;
    this.outcomes = outcomes;
    this.batches = batches;
    this.statements = statements;
    this.businessClock = businessClock;
  }

  /** @param isDue the list is closed, or the promised report is overdue */
  record ToRecord(LockedPayout payout, long paymentId, long batchId, String partner, PaymentState state, boolean cash, long amountVnd,
      boolean isDue) {

    Preview possible(String outcome, String english) {
      return isDue ? new Preview.Possible(1, amountVnd, Word.of("Khoản chi %s dòng %s, %s đồng: ghi nhận " + outcome + ".",
          "Payout %s line %s, %s dong: recorded as " + english + ".", payout.payrollId(), payout.lineNo(), amountVnd))
          : Preview.Impossible.because("Đối tác còn thời hạn trả lời về tệp của khoản chi này.",
              "The partner still has time to report about the file of this payout.");
    }
  }

  /**
   * Records the outcome. A list whose payments all have an end is closed: no report has anything left to end. A bank's debit of the file is
   * compared anew, with the next look at its account.
   */
  void record(ToRecord payment, ReportedState outcome, String reason) {
    if (outcomes.record(payment.paymentId(), outcome, reason)) {
      Batch batch = batches.findLockedById(payment.batchId()).orElseThrow();
      if (payment.cash()) {
        batch.closeList();
      } else {
        batch.everyLineNamed();
      }
      batches.saveAndFlush(batch);
    }
    if (!payment.cash()) {
      statements.lookedAt(payment.partner(), null);
    }
  }

  /** @param id as a person typed it; empty when no outcome of the payout may be recorded */
  Optional<ToRecord> lock(String id) {
    Ids.number(id).ifPresent(payout -> jdbc.sql(LOCK_BATCHES).param("payout", payout).query(rs -> { }));
    LocalDate today = LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM);
    return locked.lock(id).flatMap(payout -> jdbc.sql(PAYMENT).param("payout", payout.payoutId()).param("today", Date.valueOf(today))
        .query((r, n) -> new ToRecord(payout, r.getLong("payment_id"), r.getLong("batch_id"), r.getString("partner"),
            PaymentState.valueOf(r.getString("state")), !r.getString("channel").equals("BANK"), r.getLong("amount_vnd"),
            r.getBoolean("is_due"))).optional());
  }
}
