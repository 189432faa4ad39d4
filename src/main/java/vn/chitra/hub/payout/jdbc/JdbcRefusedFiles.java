package vn.chitra.hub.payout.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.cases.CaseDeadlines;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.payout.RefusedFiles;
import vn.chitra.hub.support.SqlText;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcRefusedFiles implements RefusedFiles {

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

  JdbcRefusedFiles(NamedParameterJdbcTemplate named, CaseDeadlines deadlines, Clock businessClock) {
    this.named = named;
    this.deadlines = deadlines;
    this.businessClock = businessClock;
  }

  @Override
  public void refused(long batchId) {
    named.update(REFUSE, new MapSqlParameterSource("batch", batchId));
  }

  @Override
  public void answered(long batchId, long fileId) {
    MapSqlParameterSource values = values(batchId).addValue("file", fileId)
        .addValue("due", Timestamp.from(deadlines.of(CaseKind.REFUSED_FILE_ANSWERED)));
    lock(values);
    named.update(DOUBT, values);
    named.update(FREEZE, values);
    named.query(OPEN_CASE, values, rs -> { });
  }

  @Override
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
