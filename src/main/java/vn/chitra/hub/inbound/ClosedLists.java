package vn.chitra.hub.inbound;

import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.PaymentStatuses;
import vn.chitra.hub.support.SqlText;

/** Queries about the report of a cash list, at and after its close: active payments, differing lines, repeated codes, content. */
@Component
public final class ClosedLists {

  private static final String STILL_ALIVE = SqlText.of("inbound/sum-unanswered-payments");
  private static final String LINES_THAT_DIFFER = SqlText.of("inbound/count-differing-lines");
  private static final String LINES_TO_APPLY = SqlText.of("inbound/count-lines-to-apply");
  private static final String CONTENT = SqlText.of("inbound/content-of-report");
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

  /**
   * Lines of a report after the close that change what is final.
   *
   * @param totalVnd of their payments, dong
   * @param lines their numbers, ascending
   */
  public record Changed(int payments, long totalVnd, List<Integer> lines) {}

  /** Staged lines with another amount, another end state or another reason than what is stored of their payments. */
  public Changed linesThatDiffer(long batchId) {
    statuses.flush();
    return jdbc.sql(LINES_THAT_DIFFER).param("batch", batchId).query((r, n) -> new Changed(r.getInt(1), r.getLong(2),
        List.of((Integer[]) r.getArray(3).getArray()))).single();
  }

  /** Whether a staged line is about a payment without a final answer, or about none of the list. */
  public boolean hasLinesToApply(long batchId) {
    statuses.flush();
    return jdbc.sql(LINES_TO_APPLY).param("batch", batchId).query(Integer.class).single() > 0;
  }

  /** A hash of what the staged report states: equal for a file that was opened and saved again without a change. */
  public String content(InboundMessage.ListReport report) {
    statuses.flush();
    return jdbc.sql(CONTENT).param("rest", Arrays.asList(report.closing(), report.receivedVnd(), report.paidVnd(), report.leftVnd(),
        report.totalsComplaint()).toString()).query(String.class).single();
  }

  /** The lines of every code that the staged report names more than once, ascending. */
  public List<Integer> linesOfRepeatedCodes() {
    return jdbc.sql(REPEATED_LINES).query(Integer.class).list();
  }
}
