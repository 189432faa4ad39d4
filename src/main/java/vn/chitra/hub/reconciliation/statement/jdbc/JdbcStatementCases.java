package vn.chitra.hub.reconciliation.statement.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.reconciliation.statement.StatementCases;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcStatementCases implements StatementCases {

  private static final List<CaseKind> KINDS = List.of(CaseKind.STATEMENT_MISSING, CaseKind.STATEMENT_GAP,
      CaseKind.STATEMENT_DEBIT_DIFFERS, CaseKind.RETURN_UNMATCHED, CaseKind.CREDIT_UNSETTLED, CaseKind.SETTLEMENT_DIFFERENCE);

  private static final String OPEN = "select case_id, kind, subject, coalesce(file_id, 0), coalesce(line_no, 0), evidence from case_record"
      + " where state = 'OPEN' and partner = ? and kind = any (?)";
  private static final String CLOSE = "update case_record set state = 'CLOSED', closed_at = ?, closed_by = 'hub',"
      + " resolution = 'nguyên nhân không còn', version = version + 1 where case_id = ? and state = 'OPEN'";
  private static final String RENEW = "update case_record set evidence = ?, amount_vnd = ?, version = version + 1"
      + " where case_id = ? and state = 'OPEN'";
  private static final String DECIDED = "select exists (select from case_record where kind = ? and subject = ?"
      + " and coalesce(file_id, 0) = ? and coalesce(line_no, 0) = ? and amount_vnd is not distinct from ?::bigint and state = 'CLOSED'"
      + " and closed_by is distinct from 'hub')";

  private final JdbcTemplate jdbc;
  private final Cases cases;
  private final Clock businessClock;

  JdbcStatementCases(JdbcTemplate jdbc, Cases cases, Clock businessClock) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.businessClock = businessClock;
  }

  /** What makes a case one. */
  private record Key(String kind, String subject, long fileId, int lineNo) {

    static Key of(NewCase one) {
      Long file = one.fileId();
      Integer line = one.lineNo();
      return new Key(one.kind().name(), one.subject(), file == null ? 0 : file, line == null ? 0 : line);
    }
  }

  private record OpenCase(long id, Key key, String evidence) {}

  @Override
  public void follow(String partner, Collection<NewCase> causes) {
    Map<Key, NewCase> left = new HashMap<>();
    causes.forEach(cause -> left.putIfAbsent(Key.of(cause), cause));
    for (OpenCase open : open(partner)) {
      settle(open, left.remove(open.key()));
    }
    cases.openAll(left.entrySet().stream().filter(one -> !isDecided(one.getKey(), one.getValue().amountVnd())).map(Map.Entry::getValue)
        .toList());
  }

  private List<OpenCase> open(String partner) {
    return jdbc.query(OPEN, (r, n) -> new OpenCase(r.getLong(1), new Key(r.getString(2), r.getString(3), r.getLong(4), r.getInt(5)),
        r.getString(6)), partner, KINDS.stream().map(Enum::name).toArray(String[]::new));
  }

  private void settle(OpenCase open, @Nullable NewCase cause) {
    if (cause == null) {
      jdbc.update(CLOSE, Timestamp.from(businessClock.instant()), open.id());
    } else if (!cause.evidence().equals(open.evidence())) {
      jdbc.update(RENEW, cause.evidence(), cause.amountVnd(), open.id());
    }
  }

  private boolean isDecided(Key key, @Nullable Long amountVnd) {
    return Objects.requireNonNull(jdbc.queryForObject(DECIDED, Boolean.class, key.kind(), key.subject(), key.fileId(), key.lineNo(),
        amountVnd));
  }
}
