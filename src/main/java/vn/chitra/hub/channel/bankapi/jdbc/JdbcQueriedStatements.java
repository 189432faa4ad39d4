package vn.chitra.hub.channel.bankapi.jdbc;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.channel.bankapi.QueriedStatements;
import vn.chitra.hub.support.SqlText;

@Component
class JdbcQueriedStatements implements QueriedStatements {

  private static final String NOTE = SqlText.of("channel/bankapi/note-statement-query");

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
  public Set<LocalDate> settled(String partner, Instant since) {
    return jdbc.sql("select day from api_statement where partner = :partner and (file_here or queried_at > :since)")
        .param("partner", partner).param("since", Timestamp.from(since)).query(LocalDate.class).set();
  }

  @Override
  public void note(String partner, LocalDate day, Instant at, boolean here) {
    jdbc.sql(NOTE).param("partner", partner).param("day", Date.valueOf(day)).param("at", Timestamp.from(at)).param("here", here).update();
  }
}
