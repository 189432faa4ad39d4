package vn.chitra.hub.archive;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/** Inbound files that are not parsed yet; the verbs take part in the caller's transaction. Times are of the wall clock. */
@Component
public class DueFiles {

  private static final String CLAIM = SqlText.of("archive/claim-due-files");

  private final JdbcClient jdbc;

  public DueFiles(JdbcTemplate jdbc) {
    this.jdbc = JdbcClient.create(jdbc);
  }

  /** A file to be parsed. */
  public record DueFile(long id, String partner, String folder) {}

  /** However long they would have waited. */
  public void retryNow(Instant now) {
    jdbc.sql("update file set retry_at = :now where state = 'ARCHIVED'").param("now", Timestamp.from(now)).update();
  }

  /** Those that are due now, due again at {@code next}; locked rows are left out. */
  public List<DueFile> claim(Instant now, Instant next) {
    return jdbc.sql(CLAIM).param("now", Timestamp.from(now)).param("next", Timestamp.from(next))
        .query((r, n) -> new DueFile(r.getLong(1), r.getString(2), r.getString(3))).list();
  }
}
