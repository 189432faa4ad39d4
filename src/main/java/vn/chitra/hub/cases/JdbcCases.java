package vn.chitra.hub.cases;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.support.SqlText;

@Component
class JdbcCases implements Cases {

  private static final String OPEN = SqlText.of("cases/open-case");
  private static final String OPEN_ONES = SqlText.of("cases/open-ones");
  private static final String HOLD = SqlText.of("cases/hold-case");
  private static final String CLOSE_OTHERS = SqlText.of("cases/close-others");
  private static final String CLOSE = SqlText.of("cases/close-cases");

  private final NamedParameterJdbcTemplate jdbc;
  private final CaseDeadlines deadlines;
  private final Clock businessClock;

  JdbcCases(NamedParameterJdbcTemplate jdbc, CaseDeadlines deadlines, Clock businessClock) {
    this.jdbc = jdbc;
    this.deadlines = deadlines;
    this.businessClock = businessClock;
  }

  @Override
  @Transactional
  public void openAll(Collection<NewCase> cases) {
    Instant now = businessClock.instant();
    cases.forEach(one -> jdbc.query(one.cause() == null ? OPEN : HOLD, values(one, now), rs -> { }));
  }

  @Override
  public Set<String> openOnes(CaseKind kind, Collection<String> subjects) {
    return Set.copyOf(jdbc.queryForList(OPEN_ONES, new MapSqlParameterSource("kind", kind.name())
        .addValue("subjects", new SqlArrayValue("text", subjects.toArray())), String.class));
  }

  private MapSqlParameterSource values(NewCase one, Instant now) {
    return new MapSqlParameterSource("kind", one.kind().name()).addValue("subject", one.subject())
        .addValue("partner", one.partner(), Types.VARCHAR).addValue("file", one.fileId(), Types.BIGINT)
        .addValue("line", one.lineNo(), Types.INTEGER).addValue("field", one.field(), Types.VARCHAR).addValue("evidence", one.evidence())
        .addValue("items", one.itemCount()).addValue("amount", one.amountVnd(), Types.BIGINT).addValue("now", Timestamp.from(now))
        .addValue("due", Timestamp.from(deadlines.of(one.kind())))
        .addValue("agency", one.cause() == null ? null : one.cause().agency(), Types.VARCHAR)
        .addValue("cause", one.cause() == null ? null : one.cause().code(), Types.VARCHAR);
  }

  @Override
  @Transactional
  public void autoCloseAll(CaseKind kind, Collection<String> subjects, String resolution) {
    jdbc.query(CLOSE, new MapSqlParameterSource("kind", kind.name()).addValue("subjects", new SqlArrayValue("text", subjects.toArray()))
        .addValue("now", Timestamp.from(businessClock.instant())).addValue("resolution", resolution), rs -> { });
  }

  @Override
  @Transactional
  public void autoCloseOthers(CaseKind kind, String partner, Collection<String> remaining, String resolution) {
    jdbc.update(CLOSE_OTHERS, new MapSqlParameterSource("kind", kind.name()).addValue("partner", partner)
        .addValue("remaining", new SqlArrayValue("text", remaining.toArray())).addValue("now", Timestamp.from(businessClock.instant()))
        .addValue("resolution", resolution));
  }
}
