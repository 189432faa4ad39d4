package vn.chitra.hub.batch;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/** Batches that wait to be sent or sent again; the verbs take part in the caller's transaction. Times are of the wall clock. */
@Component
public class DueBatches {

  private static final String DOUBT = SqlText.of("batch/doubt-begun-sends");
  private static final String RETRY_NOW = SqlText.of("batch/retry-now");
  private static final String CLAIM = SqlText.of("batch/claim-due-batches");

  private final JdbcClient jdbc;

  public DueBatches(JdbcTemplate jdbc) {
    this.jdbc = JdbcClient.create(jdbc);
  }

  /** A batch to be sent. */
  public record DueBatch(long id, String partner, String folder) {}

  /** For a state without running sends: makes begun sends doubtful and due, and waiting ones due. @return how many are in doubt now */
  public int retryNow(Instant now) {
    int doubtful = jdbc.sql(DOUBT).param("now", Timestamp.from(now)).update();
    jdbc.sql(RETRY_NOW).param("now", Timestamp.from(now)).update();
    return doubtful;
  }

  /** Those that are due now, due again at {@code next}; a send that was begun becomes doubtful; locked rows are left out. */
  public List<DueBatch> claim(Instant now, Instant next) {
    return jdbc.sql(CLAIM).param("now", Timestamp.from(now)).param("next", Timestamp.from(next))
        .query((r, n) -> new DueBatch(r.getLong(1), r.getString(2), r.getString(3))).list();
  }
}
