package vn.chitra.hub.inbound;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/** Records every arrival of a file, repeated bytes too. */
@Component
public final class FileArrivals {

  private static final String UNDERSTOOD = SqlText.of("inbound/find-understood-file");
  private static final String MAY_MAKE_SENSE_AS = SqlText.of("inbound/may-make-sense-as");
  private static final String SUPERSEDED = SqlText.of("inbound/find-superseded-files");
  private static final String OPEN_CASE = SqlText.of("inbound/has-open-case-of-name");
  private static final String COUNT = SqlText.of("inbound/count-arrivals");
  private static final String NOTE = SqlText.of("inbound/note-arrival");

  private final JdbcClient jdbc;
  private final Clock businessClock;

  FileArrivals(JdbcTemplate jdbc, Clock businessClock) {
    this.jdbc = JdbcClient.create(jdbc);
    this.businessClock = businessClock;
  }

  /** The stored file with these bytes, if they came before. */
  public Optional<Long> known(String partner, String contentKey) {
    return jdbc.sql("select file_id from file where direction = 'IN' and partner = :partner and content_key = :content_key")
        .param("partner", partner).param("content_key", contentKey).query(Long.class).optional();
  }

  /** The parsed and accepted file with these bytes, under any name. */
  public Optional<Long> understood(String partner, String sha256) {
    return jdbc.sql(UNDERSTOOD).param("partner", partner).param("sha256", sha256).query(Long.class).optional();
  }

  /**
   * Whether the file was not accepted so far, and now comes in another folder or under another name, which belong to the partner's message.
   */
  public boolean mayMakeSenseAs(long fileId, String folder, String name) {
    return jdbc.sql(MAY_MAKE_SENSE_AS).param("file", fileId).param("folder", folder).param("name", name).query(Boolean.class).single();
  }

  /**
   * Files set aside that the understood one supersedes: the same bytes, or what came under its name before, where a name says what a
   * file is or the earlier one ended short.
   *
   * @param before what has this number or a higher one came later
   */
  public List<Long> supersededBy(long fileId, String folder, String name, boolean nameSays, long before) {
    return jdbc.sql(SUPERSEDED).param("file", fileId).param("folder", folder).param("name", name).param("name_says", nameSays)
        .param("before", before).query(Long.class).list();
  }

  /** Whether a case is open about an unusable file of that name, beside this one. */
  public boolean hasOpenCase(String partner, String folder, String name, long fileId) {
    return jdbc.sql(OPEN_CASE).param("partner", partner).param("folder", folder).param("name", name).param("file", fileId)
        .query(Boolean.class).single();
  }

  /** How often something arrived under that name. */
  public int count(String partner, String folder, String name) {
    return jdbc.sql(COUNT).param("partner", partner).param("folder", folder).param("name", name).query(Integer.class).single();
  }

  public void note(long fileId, String folder, String name) {
    jdbc.sql(NOTE).param("file", fileId).param("folder", folder).param("name", name)
        .param("now", Timestamp.from(businessClock.instant())).update();
  }
}
