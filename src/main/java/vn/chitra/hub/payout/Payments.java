package vn.chitra.hub.payout;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/**
 * Applies the decisions of persons to the payments of one payout or one refused file. Takes part in the caller's transaction; the caller
 * holds the payout's lock and has checked that the decision is allowed.
 */
@Component
public class Payments {

  private static final String FREEZE = SqlText.of("payout/freeze-payment");
  private static final String TRUST_REFUSED_FILES = SqlText.of("payout/unfreeze-payments/01-trust-refused-files");
  private static final String UNFREEZE = SqlText.of("payout/unfreeze-payments/02-unfreeze");
  private static final String CANCEL = SqlText.of("payout/cancel-payment");
  private static final String ACCEPT_RETURNS = SqlText.of("payout/accept-returns");
  private static final String CANCEL_WITHDRAWN = SqlText.of("payout/cancel-withdrawn-payments");
  private static final String RELEASE = SqlText.of("payout/release-payment");
  private static final String LOCK_WAITING_OF_REFUSED_BATCH = SqlText.of("payout/lock-waiting-of-refused-batch");
  private static final String RELEASE_REFUSED_BATCH = SqlText.of("payout/release-refused-batch");
  private static final String WRITE_OFF_PAYMENTS = SqlText.of("payout/write-off-errors/01-payments");
  private static final String WRITE_OFF_DUPLICATES = SqlText.of("payout/write-off-errors/02-duplicates");
  private static final String NOT_PAID_TWICE = SqlText.of("payout/not-paid-twice");

  private final JdbcClient jdbc;
  private final Clock businessClock;

  Payments(JdbcClient jdbc, Clock businessClock) {
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  /** A planned payment stays out of every batch. */
  public void freeze(long paymentId) {
    now(FREEZE).param("payment", paymentId).update();
  }

  /** The payout's planned payment may travel again, and no refused file is feared to pay the payout. */
  public void unfreeze(long payoutId) {
    jdbc.sql(TRUST_REFUSED_FILES).param("payout", payoutId).update();
    now(UNFREEZE).param("payout", payoutId).update();
  }

  /** A payment that is in no batch ends. */
  public void cancel(long paymentId, String reason) {
    now(CANCEL).param("payment", paymentId).param("reason", reason).update();
  }

  /** Cancels the payments that a withdrawal froze; their payout ends. */
  public void cancelWithdrawn(long payoutId) {
    now(CANCEL_WITHDRAWN).param("payout", payoutId).update();
  }

  /** Two persons let the payout be paid anew before the credit of a payment that came back is on a statement (money rule 1). */
  public void acceptReturns(long payoutId) {
    jdbc.sql(ACCEPT_RETURNS).param("payout", payoutId).update();
  }

  /** The payment may travel at once. */
  public void release(long payoutId, int attempt) {
    now(RELEASE).param("payout", payoutId).param("attempt", attempt).update();
  }

  /** Locks the payments of a refused file that wait for a person; returns their amounts, dong. */
  public List<Long> lockWaitingOfRefused(long batchId) {
    return jdbc.sql(LOCK_WAITING_OF_REFUSED_BATCH).param("batch", batchId).query(Long.class).list();
  }

  /** Lets the payments of a refused file travel in a new file. */
  public void releaseRefused(long batchId) {
    now(RELEASE_REFUSED_BATCH).param("batch", batchId).update();
  }

  /** Money of the payout that was paid in error is given up. */
  public void writeOffErrors(long payoutId) {
    now(WRITE_OFF_PAYMENTS).param("payout", payoutId).update();
    now(WRITE_OFF_DUPLICATES).param("payout", payoutId).update();
  }

  /** A second booking of the payout was the first one reported again. */
  public void notPaidTwice(long payoutId) {
    now(NOT_PAID_TWICE).param("payout", payoutId).update();
  }

  private JdbcClient.StatementSpec now(String statement) {
    return jdbc.sql(statement).param("now", Timestamp.from(businessClock.instant()));
  }
}
