package vn.chitra.hub.alert;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.support.SqlText;

/**
 * Limits waiting mails: a case that was decided meanwhile is left out, and rows that waited long become one digest per role. A mail of
 * which a byte may have left is never changed.
 */
@Component
class Backlog {

  private static final String DROP_CASES = SqlText.of("alert/drop-moot/01-drop-cases");
  private static final String NOTHING_TO_CLOSE = SqlText.of("alert/drop-moot/02-nothing-to-close");
  private static final String DROP_MAILS = SqlText.of("alert/drop-moot/03-drop-mails");
  private static final String DROP_PROPOSALS = SqlText.of("alert/drop-moot/04-drop-decided-proposals");
  private static final String CROWDED = SqlText.of("alert/find-crowded-roles");
  private static final String BEGIN_DIGEST = SqlText.of("alert/merge-mails/01-begin-digest");
  private static final List<String> MERGE = List.of(SqlText.of("alert/merge-mails/02-move-threads"),
      SqlText.of("alert/merge-mails/03-copy-cases"), SqlText.of("alert/merge-mails/04-mark-merged"));

  private final JdbcClient jdbc;
  private final AlertLock lock;
  private final AlertPolicy policy;
  private final MailSettings settings;
  private final Clock businessClock;
  private final Clock wallClock;

  Backlog(JdbcClient jdbc, AlertLock lock, AlertPolicy policy, MailSettings settings, Clock businessClock,
      @Qualifier("wallClock") Clock wallClock) {
    this.jdbc = jdbc;
    this.lock = lock;
    this.policy = policy;
    this.settings = settings;
    this.businessClock = businessClock;
    this.wallClock = wallClock;
  }

  /**
   * Leaves out every case that was closed, and every proposal that was decided, before its first mail was sent.
   *
   * @return mails that are not sent
   */
  @Transactional
  public int dropMoot() {
    lock.take();
    jdbc.sql(DROP_CASES).update();
    jdbc.sql(NOTHING_TO_CLOSE).param("now", Timestamp.from(businessClock.instant())).update();
    return jdbc.sql(DROP_MAILS).update() + jdbc.sql(DROP_PROPOSALS).update();
  }

  /** Cases that {@link #dropMoot()} would leave out. */
  public long moot() {
    return jdbc.sql("select count(*) from mail_case_moot").query(Long.class).single();
  }

  /** Makes one digest for every role with too many mails of which the oldest waited too long. @return digests */
  @Transactional
  public int merge() {
    lock.take();
    Instant now = wallClock.instant();
    List<String> crowded = jdbc.sql(CROWDED).param("many", policy.groupAbove()).param("wall", Timestamp.from(now))
        .param("old", Timestamp.from(now.minus(settings.mergeAfter()))).query(String.class).list();
    crowded.forEach(role -> merge(role, now));
    return crowded.size();
  }

  private void merge(String role, Instant now) {
    long digest = Objects.requireNonNull(
        jdbc.sql(BEGIN_DIGEST).param("role", role).param("wall", Timestamp.from(now)).query(Long.class).single());
    for (String sql : MERGE) {
      jdbc.sql(sql).param("role", role).param("digest", digest).update();
    }
  }
}
