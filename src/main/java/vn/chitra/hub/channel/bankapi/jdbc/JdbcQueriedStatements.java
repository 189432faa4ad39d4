package vn.chitra.hub.channel.bankapi.jdbc;

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
import vn.chitra.hub.channel.bankapi.QueriedStatements;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

@Component
class JdbcQueriedStatements implements QueriedStatements {

  private static final String NOTE = SqlText.of("channel/bankapi/note-statement-query");

  private static final String SETTLED = SqlText.of("channel/bankapi/find-settled-statement-days");
  private static final Duration PAUSE = Duration.ofMinutes(30);
  private static final Duration LATER_PAUSE = Duration.ofDays(1);
  private static final int DAYS_OF_REQUESTS = 31;

  private final JdbcClient jdbc;

  JdbcQueriedStatements(JdbcTemplate jdbc) {
    this.jdbc = JdbcClient.create(jdbc);
  }

  @Override
  public Optional<LocalDate> firstDay(String partner) {
    return jdbc.sql("select (min(built_at) at time zone 'Asia/Ho_Chi_Minh')::date from batch where partner = :partner")
        .param("partner", partner).query(LocalDate.class).optional();
  }

  @Override
  public Set<LocalDate> settled(String partner, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, Zone.VIETNAM);
    return jdbc.sql(SETTLED).param("partner", partner).param("moment_ago", Timestamp.from(now.minus(PAUSE)))
        .param("day_ago", Timestamp.from(now.minus(LATER_PAUSE))).param("today", Date.valueOf(today))
        .param("long_ago", Date.valueOf(today.minusDays(DAYS_OF_REQUESTS))).query(LocalDate.class).set();
  }

  @Override
  public void note(String partner, LocalDate day, Instant at, boolean here) {
    jdbc.sql(NOTE).param("partner", partner).param("day", Date.valueOf(day)).param("at", Timestamp.from(at)).param("here", here).update();
  }
}
