package vn.chitra.hub.channel.bankapi.jdbc;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.channel.bankapi.QueriedStatements;

@Component
class JdbcQueriedStatements implements QueriedStatements {

  private final JdbcTemplate jdbc;

  JdbcQueriedStatements(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<LocalDate> firstDay(String partner) {
    return jdbc.queryForList("select (min(built_at) at time zone 'Asia/Ho_Chi_Minh')::date from batch where partner = ?", Date.class,
        partner)
        .stream().filter(Objects::nonNull).map(Date::toLocalDate).findFirst();
  }

  @Override
  public Set<LocalDate> settled(String partner, Instant since) {
    return jdbc.queryForList("select day from api_statement where partner = ? and (file_here or queried_at > ?)", Date.class, partner,
        Timestamp.from(since)).stream().map(Date::toLocalDate).collect(Collectors.toSet());
  }

  @Override
  public void note(String partner, LocalDate day, Instant at, boolean here) {
    jdbc.update("insert into api_statement (partner, day, queried_at, file_here) values (?, ?, ?, ?) on conflict (partner, day)"
        + " do update set queried_at = excluded.queried_at, file_here = excluded.file_here", partner, Date.valueOf(day), Timestamp.from(at),
        here);
  }
}
