package vn.chitra.hub.payout;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/**
 * Records an outcome that two persons found out about a payment, where the partner's reports leave it unknown (money rule 2). It is kept as
 * a status without a file and moves the payment by the table of transitions, as a partner's status does: a PAID that the partner reports
 * later still counts. Takes part in the caller's transaction; the caller holds the locks of batch, payment and payout and has checked that
 * the decision is allowed.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RecordOutcome {

  private static final String PAYMENT = SqlText.of("payout/read-payment-to-record");
  private static final String IS_ALIVE =
      "select exists (select from payment where batch_id = :batch and state in ('SENT', 'ACCEPTED'))";
  private static final String CLOSE_CASES = SqlText.of("payout/close-cases-of-ended-batch");

  private final JdbcClient jdbc;
  private final PaymentStatuses statuses;
  private final Clock businessClock;

  RecordOutcome(JdbcClient jdbc, PaymentStatuses statuses, Clock businessClock) {
    this.jdbc = jdbc;
    this.statuses = statuses;
    this.businessClock = businessClock;
  }

  private record Payment(String partner, long batchId, String endToEndId, long amountVnd) {}

  /**
   * Records the outcome; closes the cases about missing reports when it was the last one of its file.
   *
   * @param outcome PAID, REJECTED, UNCOLLECTED or RETURNED
   * @param reason of the persons, Vietnamese, no personal data
   * @return whether every payment of its batch has an end now
   * @throws IllegalStateException when the table of transitions does not move the payment
   */
  public boolean record(long paymentId, ReportedState outcome, String reason) {
    Payment payment = jdbc.sql(PAYMENT).param("payment", paymentId).query((r, n) -> new Payment(r.getString("partner"),
        r.getLong("batch_id"), r.getString("end_to_end_id"), r.getLong("amount_vnd"))).single();
    statuses.begin();
    statuses.stage(new ReportedStatus(1, payment.endToEndId(), payment.amountVnd(), outcome, null, "hai người ghi nhận: " + reason, null,
        LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM), false, false, null), null);
    PaymentStatuses.Outcome recorded = statuses.apply(new PaymentStatuses.Scope(payment.partner(), null, payment.batchId(), true, false,
        0));
    if (recorded.applied() != 1) {
      throw new IllegalStateException("payment " + paymentId + " was not moved to " + outcome);
    }
    if (jdbc.sql(IS_ALIVE).param("batch", payment.batchId()).query(Boolean.class).single()) {
      return false;
    }
    jdbc.sql(CLOSE_CASES).param("batch", payment.batchId()).param("now", Timestamp.from(businessClock.instant())).query(rs -> { });
    return true;
  }
}
