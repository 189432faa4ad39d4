package vn.chitra.hub.cases.jdbc;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;

@Component
class JdbcCases implements Cases {

  private static final String OPEN = """
      insert into case_record (kind, subject, partner, file_id, line_no, field, evidence, item_count, amount_vnd, state, opened_at, due_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?)
      on conflict (kind, subject, coalesce(file_id, 0), coalesce(line_no, 0)) where state = 'OPEN' do nothing""";

  private final JdbcTemplate jdbc;
  private final Clock businessClock;

  JdbcCases(JdbcTemplate jdbc, Clock businessClock) {
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  @Override
  @Transactional
  public void openAll(Collection<NewCase> cases) {
    Instant now = businessClock.instant();
    jdbc.batchUpdate(OPEN, cases.stream().map(one -> row(one, now)).toList());
  }

  private static Object[] row(NewCase one, Instant now) {
    return new Object[] {one.kind().name(), one.subject(), nullable(Types.VARCHAR, one.partner()), nullable(Types.BIGINT, one.fileId()),
        nullable(Types.INTEGER, one.lineNo()), nullable(Types.VARCHAR, one.field()), one.evidence(), one.itemCount(),
        nullable(Types.BIGINT, one.amountVnd()), Timestamp.from(now), Timestamp.from(now.plus(one.kind().dueWithin()))};
  }

  private static SqlParameterValue nullable(int type, @Nullable Object value) {
    return new SqlParameterValue(type, value);
  }

  @Override
  @Transactional
  public void autoClose(CaseKind kind, String subject, String resolution) {
    jdbc.update("update case_record set state = 'CLOSED', closed_at = ?, closed_by = 'hub', resolution = ?, version = version + 1"
            + " where kind = ? and subject = ? and state = 'OPEN'",
        Timestamp.from(businessClock.instant()), resolution, kind.name(), subject);
  }
}
