package vn.chitra.hub.payout;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.cases.CaseDeadlines;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.support.SqlText;

/**
 * The payments of files that a partner refused. A refusal with our hash makes their ids free for the next file. A later status about the
 * refused file contradicts the refusal. Both verbs run in the caller's transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RefusedFiles {

  private static final String REFUSE = SqlText.of("payout/refuse-file");
  private static final String LOCK_PAYMENTS = SqlText.of("payout/answer-refused-file/01-lock-payments");
  private static final String LOCK_PAYOUTS = SqlText.of("payout/answer-refused-file/02-lock-payouts");
  private static final String DOUBT = SqlText.of("payout/answer-refused-file/03-doubt");
  private static final String FREEZE = SqlText.of("payout/answer-refused-file/04-freeze");
  private static final String OPEN_CASE = SqlText.of("payout/answer-refused-file/05-open-case");
  private static final String RELEASE = SqlText.of("payout/release-refused-file");

  private final NamedParameterJdbcTemplate named;
  private final CaseDeadlines deadlines;
  private final Clock businessClock;

  RefusedFiles(NamedParameterJdbcTemplate named, CaseDeadlines deadlines, Clock businessClock) {
    this.named = named;
    this.deadlines = deadlines;
    this.businessClock = businessClock;
  }

  /** Notes every payment of the batch, before they are taken back. */
  public void refused(long batchId) {
    named.update(REFUSE, new MapSqlParameterSource("batch", batchId));
  }

  /**
   * Handles a status about a refused file. Its payments in no other numbered file, and payments that took their place, are frozen. No other
   * payment of these payouts starts and none is given back until a final negative status about that file or a decision of two persons.
   * Opens a case on the batch.
   *
   * @param fileId the message with the status
   */
  public void answered(long batchId, long fileId) {
    MapSqlParameterSource values = values(batchId).addValue("file", fileId)
        .addValue("due", Timestamp.from(deadlines.of(CaseKind.REFUSED_FILE_ANSWERED)));
    lock(values);
    named.update(DOUBT, values);
    named.update(FREEZE, values);
    named.query(OPEN_CASE, values, rs -> { });
  }

  /** Two persons release them: frozen payments may travel, the others count as not made by the refused file. @return payments frozen */
  public int release(long batchId) {
    MapSqlParameterSource values = values(batchId);
    lock(values);
    named.update("update refused_payment set may_be_paid = false where batch_id = :batch", values);
    return named.update(RELEASE, values);
  }

  /** Payments before payouts, as everywhere: a payment that is starting for one of these payouts is waited for, and seen. */
  private void lock(MapSqlParameterSource values) {
    named.query(LOCK_PAYMENTS, values, rs -> { });
    named.query(LOCK_PAYOUTS, values, rs -> { });
  }

  private MapSqlParameterSource values(long batchId) {
    return new MapSqlParameterSource("batch", batchId).addValue("now", Timestamp.from(businessClock.instant()));
  }
}
