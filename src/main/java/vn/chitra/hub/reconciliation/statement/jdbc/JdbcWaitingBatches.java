package vn.chitra.hub.reconciliation.statement.jdbc;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.reconciliation.statement.WaitingBatches;
import vn.chitra.hub.support.SqlText;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcWaitingBatches implements WaitingBatches {

  private static final String FUNDED = SqlText.of("reconciliation/find-funded-batches");
  private static final String BALANCE = SqlText.of("reconciliation/find-balance");

  private final JdbcClient jdbc;

  JdbcWaitingBatches(JdbcTemplate jdbc) {
    this.jdbc = JdbcClient.create(jdbc);
  }

  @Override
  public List<Waiting> funded(String partner) {
    return jdbc.sql(FUNDED).param("partner", partner).query((r, n) -> new Waiting(r.getLong(1), r.getLong(2))).list();
  }

  @Override
  public Optional<Balance> balance(String partner) {
    return jdbc.sql(BALANCE).param("partner", partner).query((r, n) -> new Balance(r.getLong(1), r.getLong(2))).optional();
  }

  @Override
  public void noteRetry(long batchId, long statementId) {
    jdbc.sql("insert into funding_retry (batch_id, statement_id) values (:batch, :statement) on conflict do nothing")
        .param("batch", batchId).param("statement", statementId).update();
  }
}
