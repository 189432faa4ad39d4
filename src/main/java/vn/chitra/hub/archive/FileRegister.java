package vn.chitra.hub.archive;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.archive.Archive.StoredBytes;
import vn.chitra.hub.support.SqlText;

/** Updates rows of the file table without loading them; each verb takes part in the caller's transaction. */
@Component
public class FileRegister {

  private static final String ADD_SENT_FILE = SqlText.of("archive/add-sent-file");
  private static final String SET_ASIDE = SqlText.of("archive/find-set-aside-files");
  private static final String RENEW_SET_ASIDE = SqlText.of("archive/renew-set-aside-files");
  private static final String COUNT_RESULTS = SqlText.of("archive/count-results");

  private final JdbcClient jdbc;

  FileRegister(JdbcTemplate jdbc) {
    this.jdbc = JdbcClient.create(jdbc);
  }

  /** Adds a sent file that a restored database lacks; an existing row stays. */
  public void addSentFile(String partner, String folder, String name, StoredBytes bytes, long batchId, Instant at) {
    jdbc.sql(ADD_SENT_FILE).param("partner", partner).param("folder", folder).param("name", name).param("sha256", bytes.sha256())
        .param("size", bytes.size()).param("batch", batchId).param("at", Timestamp.from(at)).update();
  }

  /** Inbound files of the partners that were set aside and are about no batch, in the order in which they came. */
  public List<Long> setAsideAboutNoBatch(Collection<String> partners) {
    return jdbc.sql(SET_ASIDE).param("partners", new SqlArrayValue("varchar", partners.toArray())).query(Long.class).list();
  }

  /** The bytes of files that were set aside wait to be applied as new files, in the order in which they came; the caller queues them. */
  public List<DueFiles.DueFile> renewSetAside(Collection<Long> files) {
    return jdbc.sql(RENEW_SET_ASIDE).param("files", new SqlArrayValue("int8", files.toArray()))
        .query((r, n) -> new DueFiles.DueFile(r.getLong(1), r.getString(2), r.getString(3))).stream()
        .sorted(Comparator.comparingLong(DueFiles.DueFile::id)).toList();
  }

  /** The results in the partner's files that were not counted yet count from now on. @return those files */
  public List<Long> countResults(String partner) {
    return jdbc.sql(COUNT_RESULTS).param("partner", partner).query(Long.class).list();
  }
}
