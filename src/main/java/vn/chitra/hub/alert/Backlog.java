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

/**
 * Keeps what waits from becoming a flood: what was decided meanwhile is not told any more, what waited long becomes one digest a role.
 * A mail of which a byte may have left is never touched.
 */
@Component
class Backlog {

  private static final String MOOT = " from mail m, case_record c where m.mail_id = mc.mail_id and c.case_id = mc.case_id"
      + " and m.state = 'QUEUED' and c.state = 'CLOSED' and mc.event in ('NEW', 'LATE') and not mc.dropped";
  private static final String DROP_ROWS = "update mail_case mc set dropped = true" + MOOT;
  private static final String DROP_MAILS = "update mail m set state = 'DROPPED', note = 'vụ đã đóng trước khi thư được gửi'"
      + " where m.state = 'QUEUED' and m.event <> 'MONTH'"
      + " and not exists (select from mail_case mc where mc.mail_id = m.mail_id and not mc.dropped)";
  private static final String NOTHING_TO_CLOSE = "update alert_state s set closed_notified_at = :now from case_record c, mail f"
      + " where c.case_id = s.case_id and f.mail_id = s.thread_id and s.closed_notified_at is null and c.state = 'CLOSED'"
      + " and f.state in ('QUEUED', 'DROPPED')";

  /** Too many, or a digest that waits: then everything after it joins it. */
  private static final String CROWDED = "select role from mail where state = 'QUEUED' and event <> 'MONTH'"
      + " group by role having (count(*) > :many or count(*) > 1 and bool_or(event = 'MERGED'))"
      + " and min(created_at) <= :old and min(next_try_at) <= :wall";
  private static final String OF_ROLE = "(select mail_id from mail where state = 'QUEUED' and event <> 'MONTH' and role = :role"
      + " and mail_id <> :digest)";
  private static final String DIGEST = "insert into mail (event, role, created_at, next_try_at)"
      + " select 'MERGED', role, min(created_at), :wall from mail where state = 'QUEUED' and event <> 'MONTH' and role = :role"
      + " group by role returning mail_id";
  private static final String MOVE_THREADS = "update alert_state set thread_id = :digest where thread_id in " + OF_ROLE;
  private static final String COPY_ROWS = "insert into mail_case (mail_id, case_id, event) select :digest, case_id, event from mail_case"
      + " where not dropped and mail_id in " + OF_ROLE + " on conflict do nothing";
  private static final String MARK = "update mail set state = 'MERGED', note = 'gộp vào thư #' || :digest where mail_id in " + OF_ROLE;

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

  /** Leaves out every case that was closed before its first word got out. @return mails that had nothing left to say */
  @Transactional
  public int dropMoot() {
    lock.take();
    jdbc.sql(DROP_ROWS).update();
    jdbc.sql(NOTHING_TO_CLOSE).param("now", Timestamp.from(businessClock.instant())).update();
    return jdbc.sql(DROP_MAILS).update();
  }

  /** Cases that {@link #dropMoot()} would leave out. */
  public long moot() {
    return jdbc.sql("select count(*) from mail_case mc" + MOOT.replaceFirst(" from ", ", ")).query(Long.class).single();
  }

  /** One digest for every role with too many mails of which the oldest waited too long. @return digests */
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
        jdbc.sql(DIGEST).param("role", role).param("wall", Timestamp.from(now)).query(Long.class).single());
    for (String sql : List.of(MOVE_THREADS, COPY_ROWS, MARK)) {
      jdbc.sql(sql).param("role", role).param("digest", digest).update();
    }
  }
}
