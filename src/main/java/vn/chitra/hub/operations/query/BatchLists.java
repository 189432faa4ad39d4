package vn.chitra.hub.operations.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/** The batches as rows of text: {@code đối tác}, {@code nơi} and {@code trạng thái} as they are stored. At most 200 in each list. */
@Component
public class BatchLists {

  private static final String UNANSWERED = SqlText.of("operations/show-unanswered-batches");
  private static final String TROUBLED = SqlText.of("operations/show-troubled-batches");
  private static final String BY_NAME = SqlText.of("operations/show-batches-by-name");
  private static final String NEWEST = SqlText.of("operations/list-newest-batches");
  private static final String ONE = SqlText.of("operations/show-batch");
  private static final String PAYMENTS = SqlText.of("operations/sum-payments-of-batch");
  private static final String LINES = SqlText.of("operations/list-payments-of-batch");
  private static final String CAME_BACK = SqlText.of("operations/list-payments-back-from-batch");
  private static final String REPLIES = SqlText.of("operations/list-replies-of-batch");

  private final JdbcClient jdbc;
  private final Texts texts;

  BatchLists(JdbcClient jdbc, Texts texts) {
    this.jdbc = jdbc;
    this.texts = texts;
  }

  /** Payments of one state. */
  public record Payments(String state, long items, String dong) {}

  /** One file of the partner about a batch. @param page its address */
  public record Reply(String page, String at, String name, String lines, String state, String message) {}

  /** Sent, and waiting for the last answer. */
  public List<Map<String, String>> unanswered() {
    return Table.of(jdbc.sql(UNANSWERED));
  }

  /** In doubt, refused, or waiting for funds. */
  public List<Map<String, String>> troubled() {
    return Table.of(jdbc.sql(TROUBLED));
  }

  /** Batches whose file name holds this text. */
  public List<Map<String, String>> named(String fileName) {
    return Table.of(jdbc.sql(BY_NAME).param("fileName", fileName));
  }

  public List<Map<String, String>> newest() {
    return Table.of(jdbc.sql(NEWEST));
  }

  public Optional<Map<String, String>> one(long batchId) {
    return Table.of(jdbc.sql(ONE).param("batch", batchId)).stream().findFirst();
  }

  public List<Payments> payments(long batchId) {
    return jdbc.sql(PAYMENTS).param("batch", batchId).query((r, n) -> new Payments(StateNames.payment(r.getString("state")),
        r.getLong("items"), Shown.dong(r.getLong("dong")))).list();
  }

  /** The payouts of the file, by line. @param after line behind which the page begins */
  public Paged<PayoutRow> lines(long batchId, long after) {
    return page(LINES, batchId, after);
  }

  /** The payouts that came back from the file, which was refused or not verified. @param after payment behind which the page begins */
  public Paged<PayoutRow> cameBack(long batchId, long after) {
    return page(CAME_BACK, batchId, after);
  }

  private Paged<PayoutRow> page(String query, long batchId, long after) {
    List<Placed> read = jdbc.sql(query).param("batch", batchId).param("after", after).param("most", Paged.READ)
        .query((r, n) -> new Placed(r.getLong("place"), row(r))).list();
    Paged<Placed> page = Paged.of(read, Placed::place, after == 0);
    return new Paged<>(page.rows().stream().map(Placed::row).toList(), page.first(), page.next());
  }

  private record Placed(long place, PayoutRow row) {}

  private PayoutRow row(ResultSet r) throws SQLException {
    String state = StateNames.payment(r.getString("state"));
    return new PayoutRow(r.getLong("line_no"), r.getLong("payout_id"), r.getString("end_to_end_id"),
        Shown.name(r.getString("beneficiary_name")), Shown.name(r.getString("payee_name")), StateNames.kind(r.getString("kind")),
        Shown.months(r.getDate("for_from").toLocalDate(), r.getDate("for_to").toLocalDate()), Shown.dong(r.getLong("amount_vnd")), "", "",
        r.getBoolean("frozen") ? texts.of("payout.payment.held", state) : state, "");
  }

  public List<Reply> replies(long batchId) {
    return jdbc.sql(REPLIES).param("batch", batchId).query((r, n) -> new Reply(Names.page("file:" + r.getLong("file_id")),
        Shown.time(r.getTimestamp("received_at")),
        Shown.harmless(r.getString("name")), r.getString("line_count") == null ? "" : r.getString("line_count"),
        StateNames.file(r.getString("state")), Shown.words(r.getString("message")))).list();
  }
}
