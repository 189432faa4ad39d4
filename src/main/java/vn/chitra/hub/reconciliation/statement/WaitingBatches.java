package vn.chitra.hub.reconciliation.statement;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.support.SqlText;

/** Files of ours that wait for funds, and the balance that may cover them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class WaitingBatches {

  /** @param totalVnd dong */
  public record Waiting(long batchId, long totalVnd) {}

  /** @param leftVnd dong */
  public record Balance(long statementId, long leftVnd) {}

  private static final String FUNDED = SqlText.of("reconciliation/find-funded-batches");
  private static final String BALANCE = SqlText.of("reconciliation/find-balance");

  private final JdbcClient jdbc;

  WaitingBatches(JdbcTemplate jdbc) {
    this.jdbc = JdbcClient.create(jdbc);
  }

  /**
   * The batches for which funding came, by a statement of the day of the bank's refusal or later, and which were not sent again since; the
   * oldest first.
   */
  public List<Waiting> funded(String partner) {
    return jdbc.sql(FUNDED).param("partner", partner).query((r, n) -> new Waiting(r.getLong(1), r.getLong(2))).list();
  }

  /** The balance of the newest statement that counts, less the files that were sent again and are not debited yet. */
  public Optional<Balance> balance(String partner) {
    return jdbc.sql(BALANCE).param("partner", partner).query((r, n) -> new Balance(r.getLong(1), r.getLong(2))).optional();
  }

  public void noteRetry(long batchId, long statementId) {
    jdbc.sql("insert into funding_retry (batch_id, statement_id) values (:batch, :statement) on conflict do nothing")
        .param("batch", batchId).param("statement", statementId).update();
  }
}
