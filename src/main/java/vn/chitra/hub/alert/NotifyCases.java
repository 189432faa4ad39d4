package vn.chitra.hub.alert;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns new, overdue and closed cases and closed months into rows of mail, in one transaction with the mark on what was told: all of it
 * or, after a failure, none. Running it again tells nothing twice.
 */
@Component
class NotifyCases {

  /** Before the n-th passed deadline a case has reached level n - 1. */
  private static final String LEVEL = "(select count(*) from unnest(:passed::timestamptz[]) as passed where c.due_at <= passed)";

  private static final String FRESH = " from case_record c left join unnest(:kinds::text[], :roles::text[]) as named (kind, role)"
      + " on named.kind = c.kind where c.state = 'OPEN' and not exists (select from alert_state s where s.case_id = c.case_id)";
  private static final String MARK = "insert into alert_state (case_id, kind, role, notified_at)"
      + " select c.case_id, c.kind, coalesce(named.role, :otherwise), :now" + FRESH + " on conflict do nothing";
  /** The first mails: one a case, or one a kind where there are many. */
  private static final String BEGIN = """
      with counted as (select case_id, kind, role, count(*) over (partition by kind, role) as n from alert_state where thread_id is null),
      untold as (select kind, role, case when n <= :many then case_id end as single from counted),
      first as (
        insert into mail (event, role, case_id, case_kind, created_at, next_try_at)
        select 'NEW', role, single, kind, :wall, :wall from untold group by role, kind, single
        returning mail_id, case_id, case_kind, role),
      threaded as (
        update alert_state s set thread_id = f.mail_id from first f where s.thread_id is null
          and (f.case_id = s.case_id or f.case_id is null and f.case_kind = s.kind and f.role = s.role)
        returning s.thread_id, s.case_id)
      insert into mail_case (mail_id, case_id, event) select thread_id, case_id, 'NEW' from threaded""";

  private static final String LATE = " from alert_state s join case_record c using (case_id)"
      + " where s.closed_notified_at is null and c.state = 'OPEN' and " + LEVEL + " > s.escalated_level";
  private static final String RAISE = "with touched as (update alert_state a set escalated_level = l.level from (select s.case_id, "
      + LEVEL + " as level" + LATE + ") l where l.case_id = a.case_id"
      + " returning a.case_id, a.thread_id, a.role, a.kind, a.escalated_level as level)";

  /** Threads of which every case is closed and the first mail got out; a thread is closed once, as a whole. */
  private static final String DONE = " from alert_state s join case_record c using (case_id) join mail f on f.mail_id = s.thread_id"
      + " where f.state in ('SENT', 'SENDING') and s.thread_id in (select thread_id from alert_state where closed_notified_at is null)"
      + " group by s.thread_id having bool_and(c.state = 'CLOSED')";
  private static final String CLOSE = "with touched as (update alert_state a set closed_notified_at = :now"
      + " where a.closed_notified_at is null and a.thread_id in (select s.thread_id" + DONE + ")"
      + " returning a.case_id, a.thread_id, a.role, a.kind, a.escalated_level as level)";

  /** One mail a thread; one a kind where many threads of one case each are touched. Nothing where the first mail still waits. */
  private static final String REPLY = """
      , seen as (
        select t.*, f.case_id as single, count(f.case_id) over (partition by t.role, t.kind) as n
        from touched t join mail f on f.mail_id = t.thread_id where f.state in ('SENT', 'SENDING')),
      lot as (select *, case when single is null or n <= :many then thread_id end as own from seen),
      reply as (
        insert into mail (event, role, case_id, case_kind, thread_id, level, created_at, next_try_at)
        select :event, role, case when own is not null then single end, case when own is null then kind end, own, max(level), :wall, :wall
        from lot group by role, own, case when own is not null then single end, case when own is null then kind end
        returning mail_id, role, thread_id, case_kind)
      insert into mail_case (mail_id, case_id, event) select w.mail_id, l.case_id, :event from reply w
      join lot l on l.own = w.thread_id or l.own is null and w.thread_id is null and l.kind = w.case_kind and l.role = w.role""";

  private static final String MONTHS = " from period_close p where not exists"
      + " (select from mail m where m.event = 'MONTH' and m.programme = p.programme and m.period = p.period)";
  private static final String SUM_UP = "insert into mail (event, role, programme, period, created_at, next_try_at)"
      + " select 'MONTH', :accountant, p.programme, p.period, :wall, :wall" + MONTHS
      + " order by p.period, p.programme on conflict do nothing";

  private final JdbcClient jdbc;
  private final AlertLock lock;
  private final AlertPolicy policy;
  private final Clock businessClock;
  private final Clock wallClock;

  NotifyCases(JdbcClient jdbc, AlertLock lock, AlertPolicy policy, Clock businessClock, @Qualifier("wallClock") Clock wallClock) {
    this.jdbc = jdbc;
    this.lock = lock;
    this.policy = policy;
    this.businessClock = businessClock;
    this.wallClock = wallClock;
  }

  /** @return cases (and months) told of, by what was said */
  @Transactional
  public Map<MailEvent, Integer> notifyPeople() {
    lock.take();
    Map<MailEvent, Integer> notified = new EnumMap<>(MailEvent.class);
    run(MARK);
    notified.put(MailEvent.NEW, run(BEGIN));
    notified.put(MailEvent.LATE, reply(RAISE, MailEvent.LATE));
    notified.put(MailEvent.CLOSED, reply(CLOSE, MailEvent.CLOSED));
    notified.put(MailEvent.MONTH, run(SUM_UP));
    notified.values().removeIf(count -> count == 0);
    return notified;
  }

  /** What {@link #tell()} would find now. */
  public long due() {
    return count("select count(*)" + FRESH) + count("select count(*)" + LATE)
        + count("select count(*) from (select s.thread_id" + DONE + ") as done") + count("select count(*)" + MONTHS);
  }

  private int reply(String touched, MailEvent event) {
    return with(touched + REPLY).param("event", event.name()).update();
  }

  private int run(String sql) {
    return with(sql).update();
  }

  private long count(String sql) {
    return with(sql).query(Long.class).single();
  }

  private StatementSpec with(String sql) {
    Instant now = businessClock.instant();
    List<Map.Entry<String, String>> named = policy.roles().entrySet().stream()
        .map(entry -> Map.entry(entry.getKey().name(), entry.getValue().name())).toList();
    return jdbc.sql(sql)
        .param("now", Timestamp.from(now))
        .param("wall", Timestamp.from(wallClock.instant()))
        .param("many", policy.groupAbove())
        .param("kinds", named.stream().map(Map.Entry::getKey).toArray(String[]::new))
        .param("roles", named.stream().map(Map.Entry::getValue).toArray(String[]::new))
        .param("otherwise", policy.otherwise().name())
        .param("passed", policy.deadlinesPassed(now).stream().map(Instant::toString).toArray(String[]::new))
        .param("accountant", policy.monthSummary().name());
  }
}
