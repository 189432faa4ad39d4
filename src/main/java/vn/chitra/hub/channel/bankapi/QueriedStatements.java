package vn.chitra.hub.channel.bankapi;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/** The days for which statements were requested, and the days that need no request. */
@Component
public final class QueriedStatements {

  private static final String NOTE = SqlText.of("channel/bankapi/note-statement-query");
  private static final String SETTLED = SqlText.of("channel/bankapi/find-settled-statement-days");
  private static final Duration PAUSE = Duration.ofMinutes(30);
  private static final Duration LATER_PAUSE = Duration.ofDays(1);
  private static final int DAYS_OF_REQUESTS = 31;

  private final JdbcClient jdbc;

  QueriedStatements(JdbcTemplate jdbc) {
    this.jdbc = JdbcClient.create(jdbc);
  }

  /** The day of our first bulk at the partner. */
  public Optional<LocalDate> firstDay(String partner) {
    return jdbc.sql("select (min(built_at) at time zone 'Asia/Ho_Chi_Minh')::date from batch where partner = :partner")
        .param("partner", partner).query(LocalDate.class).optional();
  }

  /**
   * Days that need no request now: a usable statement of the day is here; it was requested less than half an hour ago; its day is past and
   * the bank replied less than a day ago, with none or with an unusable one; it is 31 days late; or a person closed the case that it is
   * missing.
   */
  public Set<LocalDate> settled(String partner, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, Zone.VIETNAM);
    return jdbc.sql(SETTLED).param("partner", partner).param("moment_ago", Timestamp.from(now.minus(PAUSE)))
        .param("day_ago", Timestamp.from(now.minus(LATER_PAUSE))).param("today", Date.valueOf(today))
        .param("long_ago", Date.valueOf(today.minusDays(DAYS_OF_REQUESTS))).query(LocalDate.class).set();
  }

  /** @param silent no reply came */
  public void note(String partner, LocalDate day, Instant at, boolean silent) {
    jdbc.sql(NOTE).param("partner", partner).param("day", Date.valueOf(day)).param("at", Timestamp.from(at)).param("silent", silent)
        .update();
  }
}
