package vn.chitra.hub.inbound;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.PaymentStatuses;
import vn.chitra.hub.support.SqlText;

/** Queries about a cash list at and after its close: active payments, differing lines, repeated codes. */
@Component
public final class ClosedLists {

  private static final String STILL_ALIVE = SqlText.of("inbound/sum-unanswered-payments");
  private static final String LINES_THAT_DIFFER = SqlText.of("inbound/count-differing-lines");
  private static final String REPEATED_LINES = SqlText.of("inbound/find-repeated-lines");

  private final JdbcClient jdbc;
  private final PaymentStatuses statuses;

  ClosedLists(JdbcTemplate jdbc, PaymentStatuses statuses) {
    this.jdbc = JdbcClient.create(jdbc);
    this.statuses = statuses;
  }

  /** Payments of the batch that are active although the list is closed. */
  public BatchReplies.Unnamed stillAlive(long batchId) {
    return jdbc.sql(STILL_ALIVE).param("batch", batchId).query((r, n) -> new BatchReplies.Unnamed(r.getInt(1), r.getLong(2))).single();
  }

  /** Payments whose staged line differs from what is stored of them: another amount, or another end state. */
  public BatchReplies.Unnamed linesThatDiffer(long batchId) {
    statuses.unnamedPayments(batchId);
    return jdbc.sql(LINES_THAT_DIFFER).param("batch", batchId).query((r, n) -> new BatchReplies.Unnamed(r.getInt(1), r.getLong(2)))
        .single();
  }

  /** The lines of every code that the staged report names more than once, ascending. */
  public List<Integer> linesOfRepeatedCodes() {
    return jdbc.sql(REPEATED_LINES).query(Integer.class).list();
  }
}
