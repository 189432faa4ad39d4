package vn.chitra.hub.alert;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.partner.LegalDay;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/**
 * Warns of the two days of the law some days ahead, once a month and role, while something is left to do by them. After a standstill of the
 * hub the warning follows as long as the day is not over.
 */
@Component
class LegalDayWarnings {

  private static final String WARN = SqlText.of("alert/warn-of-legal-day");
  private static final String COUNT = SqlText.of("alert/count-legal-day-warnings");
  private static final LocalTime FROM = LocalTime.of(8, 0);

  private final JdbcClient jdbc;
  private final AlertPolicy policy;
  private final Clock businessClock;
  private final Clock wallClock;

  LegalDayWarnings(JdbcClient jdbc, AlertPolicy policy, Clock businessClock, @Qualifier("wallClock") Clock wallClock) {
    this.jdbc = jdbc;
    this.policy = policy;
    this.businessClock = businessClock;
    this.wallClock = wallClock;
  }

  static MailEvent event(LegalDay day) {
    return day == LegalDay.HAND_OVER ? MailEvent.HANDOVER : MailEvent.REPORT;
  }

  /** @return mails */
  @Transactional(propagation = Propagation.MANDATORY)
  public int warn(LegalDay day) {
    return isNear(day) ? with(WARN, day).param("wall", Timestamp.from(wallClock.instant())).update() : 0;
  }

  /** The mails that {@link #warn} would write now. */
  public long due() {
    return List.of(LegalDay.values()).stream().filter(this::isNear).mapToLong(day -> with(COUNT, day).query(Long.class).single()).sum();
  }

  private boolean isNear(LegalDay day) {
    ZonedDateTime now = now();
    return !now.toLocalDateTime().isBefore(day.next(now.toLocalDate()).minusDays(policy.legalDaysAhead()).atTime(FROM));
  }

  private JdbcClient.StatementSpec with(String sql, LegalDay day) {
    LocalDate next = day.next(now().toLocalDate());
    return jdbc.sql(sql).param("event", event(day).name()).param("month", Date.valueOf(day.month(next).atDay(1)))
        .param("roles", policy.legalDays().getOrDefault(day, List.of()).stream().map(Enum::name).toArray(String[]::new));
  }

  private ZonedDateTime now() {
    Instant now = businessClock.instant();
    return now.atZone(Zone.VIETNAM);
  }
}
