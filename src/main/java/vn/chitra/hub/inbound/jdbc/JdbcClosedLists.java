package vn.chitra.hub.inbound.jdbc;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.inbound.BatchReplies;
import vn.chitra.hub.inbound.ClosedLists;
import vn.chitra.hub.payout.PaymentStatuses;
import vn.chitra.hub.support.SqlText;

@Component
class JdbcClosedLists implements ClosedLists {

  private static final String STILL_ALIVE = SqlText.of("inbound/sum-unanswered-payments");
  private static final String LINES_THAT_DIFFER = SqlText.of("inbound/count-differing-lines");
  private static final String REPEATED_LINES = SqlText.of("inbound/find-repeated-lines");

  private final JdbcClient jdbc;
  private final PaymentStatuses statuses;

  JdbcClosedLists(JdbcTemplate jdbc, PaymentStatuses statuses) {
    this.jdbc = JdbcClient.create(jdbc);
    this.statuses = statuses;
  }

  @Override
  public BatchReplies.Unnamed stillAlive(long batchId) {
    return jdbc.sql(STILL_ALIVE).param("batch", batchId).query((r, n) -> new BatchReplies.Unnamed(r.getInt(1), r.getLong(2))).single();
  }

  @Override
  public BatchReplies.Unnamed linesThatDiffer(long batchId) {
    statuses.unnamedPayments(batchId);
    return jdbc.sql(LINES_THAT_DIFFER).param("batch", batchId).query((r, n) -> new BatchReplies.Unnamed(r.getInt(1), r.getLong(2)))
        .single();
  }

  @Override
  public List<Integer> linesOfRepeatedCodes() {
    return jdbc.sql(REPEATED_LINES).query(Integer.class).list();
  }
}
