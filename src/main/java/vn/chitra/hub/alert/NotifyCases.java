package vn.chitra.hub.alert;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.partner.BankingCalendar;
import vn.chitra.hub.partner.LegalDay;
import vn.chitra.hub.support.SqlText;

/**
 * Turns new, overdue, grown and closed cases, closed months, waiting proposals, days of the law and heartbeats into rows of mail, in
 * one transaction with the mark that they were mailed: all of it or, after a failure, none. Running it again mails nothing twice.
 */
@Component
class NotifyCases {

  private static final String MARK = SqlText.of("alert/mark-new-cases");
  private static final String BEGIN = SqlText.of("alert/begin-threads");
  private static final String RAISE = SqlText.of("alert/raise-late-cases");
  private static final String GROW = SqlText.of("alert/reply-grown-cases");
  private static final String CLOSE = SqlText.of("alert/close-threads");
  private static final String SUM_UP = SqlText.of("alert/sum-up-months");
  private static final String PROPOSE = SqlText.of("alert/announce-proposals");
  private static final String DUE = SqlText.of("alert/count-due-alerts");

  private final JdbcClient jdbc;
  private final AlertLock lock;
  private final AlertPolicy policy;
  private final LegalDayWarnings days;
  private final Heartbeats heartbeats;
  private final BankingCalendar calendar;
  private final Clock businessClock;
  private final Clock wallClock;

  NotifyCases(JdbcClient jdbc, AlertLock lock, AlertPolicy policy, LegalDayWarnings days, Heartbeats heartbeats,
      BankingCalendar calendar, Clock businessClock, @Qualifier("wallClock") Clock wallClock) {
    this.jdbc = jdbc;
    this.lock = lock;
    this.policy = policy;
    this.days = days;
    this.heartbeats = heartbeats;
    this.calendar = calendar;
    this.businessClock = businessClock;
    this.wallClock = wallClock;
  }

  /** @return the mailed cases, months and proposals, by event */
  @Transactional
  public Map<MailEvent, Integer> notifyPeople() {
    lock.take();
    Map<MailEvent, Integer> notified = new EnumMap<>(MailEvent.class);
    run(MARK);
    notified.put(MailEvent.NEW, run(BEGIN));
    notified.put(MailEvent.LATE, run(RAISE));
    notified.put(MailEvent.GROWN, run(GROW));
    notified.put(MailEvent.CLOSED, run(CLOSE));
    notified.put(MailEvent.MONTH, run(SUM_UP));
    notified.put(MailEvent.PROPOSAL, run(PROPOSE));
    notified.put(MailEvent.HANDOVER, days.warn(LegalDay.HAND_OVER));
    notified.put(MailEvent.REPORT, days.warn(LegalDay.REPORT));
    notified.put(MailEvent.ALIVE, heartbeats.write());
    notified.values().removeIf(count -> count == 0);
    return notified;
  }

  /** The number of rows that {@link #notifyPeople()} would find now. */
  public long due() {
    return with(DUE).query(Long.class).single() + days.due() + heartbeats.due();
  }

  private int run(String sql) {
    return with(sql).update();
  }

  private StatementSpec with(String sql) {
    Instant now = businessClock.instant();
    List<Map.Entry<String, String>> named = policy.roles().entrySet().stream()
        .map(entry -> Map.entry(entry.getKey().name(), entry.getValue().name())).toList();
    List<Map.Entry<CaseKind, Duration>> graced = List.copyOf(policy.graces().entrySet());
    List<Map.Entry<String, Duration>> causes = List.copyOf(policy.causeGraces().entrySet());
    return jdbc.sql(sql)
        .param("now", Timestamp.from(now))
        .param("wall", Timestamp.from(wallClock.instant()))
        .param("many", policy.groupAbove())
        .param("kinds", named.stream().map(Map.Entry::getKey).toArray(String[]::new))
        .param("roles", named.stream().map(Map.Entry::getValue).toArray(String[]::new))
        .param("graced", graced.stream().map(entry -> entry.getKey().name()).toArray(String[]::new))
        .param("graces", graced.stream().map(entry -> Math.toIntExact(entry.getValue().toSeconds())).toArray(Integer[]::new))
        .param("graced_causes", causes.stream().map(Map.Entry::getKey).toArray(String[]::new))
        .param("cause_graces", causes.stream().map(entry -> Math.toIntExact(entry.getValue().toSeconds())).toArray(Integer[]::new))
        .param("daily", policy.daily().stream().map(Enum::name).toArray(String[]::new))
        .param("daily_turn", Timestamp.from(policy.dailyTurn(now)))
        .param("approver", policy.approvals().name())
        .param("otherwise", policy.otherwise().name())
        .param("gathered", Timestamp.from(now.minus(policy.updateAfter())))
        .param("passed", policy.deadlinesPassed(policy.lateTurn(now), calendar).stream().map(Instant::toString).toArray(String[]::new))
        .param("accountant", policy.monthSummary().name());
  }
}
