package vn.chitra.hub.account.opening.jdbc;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import vn.chitra.hub.account.opening.Applicant;
import vn.chitra.hub.account.opening.OpeningRequest;
import vn.chitra.hub.account.opening.OpeningRequests;
import vn.chitra.hub.channel.bankfile.OpeningReply;

@Component
class JdbcOpeningRequests implements OpeningRequests {

  private static final int CHUNK = 1_000;

  /** A refused file's requests count as never made, once a person has looked at the refusal. */
  private static final String MADE = " from account_request r join batch b using (batch_id) where (b.state <> 'REFUSED' or exists"
      + " (select from case_record c where c.subject = 'batch:' || b.batch_id and c.kind = 'BATCH_REFUSED' and c.state = 'OPEN'))";

  private static final String CANDIDATES = """
      select c.entitlement_id from account_candidate c where c.looked_on is distinct from ? and not exists
        (select""" + MADE + """
         and (r.state = 'OPENED' or coalesce(r.reported_at, r.requested_at) > ?) and r.request_id in
        (select e.request_id from account_request_entitlement e where e.entitlement_id = c.entitlement_id))
      order by c.entitlement_id limit ? for update of c""";

  private static final String SHARE_REPORT = """
      insert into account_report (entitlement_id, bank_bin, account_no, account_name, opened_on, campaign_id)
      select e.entitlement_id, ?, r.account_no, r.account_name, r.opened_on, 'MTK-' || lpad(b.seq::text, 6, '0')
      from account_request r join account_request_entitlement e using (request_id) join batch b using (batch_id)
      where r.state = 'OPENED' and r.request_id = any (?) on conflict do nothing""";

  private static final String MOVE = """
      update account_request r set state = s.outcome, account_no = s.account_no, account_name = s.account_name, opened_on = s.opened_on,
        code = left(s.code, 20), reported_at = ?
      from (select distinct on (request_id) * from staged_opening order by request_id, (outcome = 'OPENED') desc, line_no desc) s
      where r.request_id = s.request_id and (r.state in ('REQUESTED', 'WAITING') or r.state = 'REFUSED' and s.outcome = 'OPENED')""";

  private final JdbcTemplate jdbc;
  private final NamedParameterJdbcTemplate welfare;
  private final OpeningSql sql;
  private final Clock wallClock;

  JdbcOpeningRequests(JdbcTemplate jdbc, @Qualifier("welfareDataSource") DataSource welfareDataSource, OpeningSql sql,
      @Qualifier("wallClock") Clock wallClock) {
    this.jdbc = jdbc;
    this.welfare = new NamedParameterJdbcTemplate(welfareDataSource);
    this.sql = sql;
    this.wallClock = wallClock;
  }

  @Override
  public List<String> candidates(Instant requestedAfter, LocalDate today, int most) {
    return jdbc.queryForList(CANDIDATES, String.class, Date.valueOf(today), Timestamp.from(requestedAfter), most);
  }

  @Override
  public void lookedAt(Collection<String> entitlements, LocalDate today) {
    jdbc.update("update account_candidate set looked_on = ? where entitlement_id = any (?)", Date.valueOf(today), array(entitlements));
  }

  @Override
  public List<Applicant> applicants(Collection<String> entitlements, LocalDate today) {
    return welfare.query(sql.applicants(), new MapSqlParameterSource("entitlements", array(entitlements))
        .addValue("day", Date.valueOf(today)), (r, n) -> applicant(r));
  }

  private static Applicant applicant(ResultSet r) throws SQLException {
    boolean himself = r.getBoolean("for_himself");
    return new Applicant(r.getString("entitlement_id"), himself, r.getString(himself ? "full_name" : "payee_name"),
        r.getString(himself ? "personal_no" : "payee_personal_no"), r.getString("birth_date"), r.getString("address"),
        r.getString("commune_code"), r.getString("phone"));
  }

  @Override
  public Optional<String> existing(String personalNo, Instant requestedAfter) {
    return jdbc.queryForList("select r.request_id" + MADE + " and r.personal_no = ? and (r.state = 'OPENED'"
        + " or coalesce(r.reported_at, r.requested_at) > ?) order by r.requested_at desc limit 1", String.class, personalNo,
        Timestamp.from(requestedAfter)).stream().findFirst();
  }

  @Override
  public void share(String requestId, String entitlementId, String bankBin) {
    jdbc.update("insert into account_request_entitlement (request_id, entitlement_id) values (?, ?) on conflict do nothing", requestId,
        entitlementId);
    jdbc.update(SHARE_REPORT, bankBin, array(List.of(requestId)));
  }

  @Override
  public int attempts(String entitlementId) {
    return count("select count(*)" + MADE + " and r.request_id in (select request_id from account_request_entitlement"
        + " where entitlement_id = ?)", entitlementId);
  }

  @Override
  public void request(long batchId, List<OpeningRequest> requests, Map<String, List<String>> entitlements, Instant now) {
    jdbc.batchUpdate("insert into account_request (request_id, batch_id, line_no, personal_no, state, requested_at) values (?, ?, ?, ?,"
        + " 'REQUESTED', ?)"
        + " on conflict (request_id) do update set batch_id = excluded.batch_id, line_no = excluded.line_no, requested_at ="
        + " excluded.requested_at", requests, CHUNK, (statement, one) -> {
          statement.setString(1, one.requestId());
          statement.setLong(2, batchId);
          statement.setInt(3, one.line());
          statement.setString(4, one.personalNo());
          statement.setTimestamp(5, Timestamp.from(now));
        });
    jdbc.batchUpdate("insert into account_request_entitlement (request_id, entitlement_id) values (?, ?) on conflict do nothing",
        entitlements.entrySet().stream().flatMap(one -> one.getValue().stream().map(id -> new Object[] {one.getKey(), id})).toList());
  }

  @Override
  public List<Long> repliesToTake() {
    return jdbc.queryForList("select file_id from file f where kind = 'ACCOUNT_OPENING' and direction = 'IN' and not exists"
        + " (select from account_reply a where a.file_id = f.file_id) order by file_id", Long.class);
  }

  @Override
  public Optional<String> partThatStands(long batchId, int part) {
    return jdbc.queryForList("select f.sha256 from account_reply a join file f using (file_id) where a.batch_id = ? and a.part = ?"
        + " and a.state = 'TAKEN'", String.class, batchId, part).stream().findFirst();
  }

  @Override
  public void note(long fileId, Answered answered) {
    jdbc.update("insert into account_reply (file_id, batch_id, part, closing, state) values (?, ?, ?, ?, ?)", fileId, answered.batchId(),
        answered.part(), answered.closing(), answered.state());
  }

  @Override
  public Moves apply(String partner, List<OpeningReply.Line> lines, String bankBin, Instant now) {
    jdbc.execute("create temporary table if not exists staged_opening (line_no integer, request_id text, outcome text, account_no text,"
        + " account_name text, opened_on date, code text) on commit drop");
    jdbc.batchUpdate("insert into staged_opening values (?, ?, ?, ?, ?, ?, ?)", lines, CHUNK, (statement, one) -> {
      statement.setInt(1, one.lineNo());
      statement.setString(2, one.requestId());
      statement.setString(3, one.outcome().name());
      statement.setString(4, one.account());
      statement.setString(5, one.accountName());
      statement.setObject(6, day(one.openedOn()), Types.DATE);
      statement.setString(7, one.code());
    });
    jdbc.update("delete from staged_opening s where exists (select from account_request r join batch b using (batch_id)"
        + " where r.request_id = s.request_id and b.partner <> ?)", partner);
    int unknown = lines.size() - count("select count(*) from staged_opening s join account_request r using (request_id)");
    int moved = jdbc.update(MOVE, Timestamp.from(now));
    int contradicting = count("select count(*) from staged_opening s join account_request r using (request_id) where r.state = 'OPENED'"
        + " and (s.outcome = 'REFUSED' or s.outcome = 'OPENED' and s.account_no <> r.account_no)");
    jdbc.update(SHARE_REPORT, bankBin, array(lines.stream().map(OpeningReply.Line::requestId).toList()));
    return new Moves(moved, unknown, contradicting);
  }

  @Override
  public boolean isComplete(long batchId) {
    return count("""
        select count(*) from (select min(part) as last from account_reply where batch_id = ? and state = 'TAKEN' and closing) l
        where last = (select count(*) from account_reply where batch_id = ? and state = 'TAKEN' and part <= last)""", batchId, batchId) > 0;
  }

  @Override
  public int unnamed(long batchId) {
    return count("select count(*) from account_request where batch_id = ? and state = 'REQUESTED'", batchId);
  }

  @Override
  public long due() {
    return count("select count(*) from account_report where not written") + repliesToTake().size();
  }

  @Override
  public int report() {
    int written = 0;
    List<Map<String, Object>> chunk;
    do {
      chunk = jdbc.queryForList("select entitlement_id, bank_bin, account_no, account_name, opened_on, campaign_id from account_report"
          + " where not written order by entitlement_id limit ?", CHUNK);
      welfare.batchUpdate(sql.writeReported(), parameters(chunk));
      jdbc.batchUpdate("update account_report set written = true where entitlement_id = ? and bank_bin = ? and account_no = ?",
          chunk.stream().map(row -> new Object[] {row.get("entitlement_id"), row.get("bank_bin"), row.get("account_no")}).toList());
      written += chunk.size();
    } while (chunk.size() == CHUNK);
    return written;
  }

  private SqlParameterSource[] parameters(List<Map<String, Object>> rows) {
    return rows.stream().map(row -> new MapSqlParameterSource(row).addValue("now", wallClock.instant().atOffset(ZoneOffset.UTC)))
        .toArray(SqlParameterSource[]::new);
  }

  private int count(String query, Object... values) {
    return Objects.requireNonNull(jdbc.queryForObject(query, Integer.class, values));
  }

  private static @Nullable Date day(@Nullable LocalDate day) {
    return day == null ? null : Date.valueOf(day);
  }

  private static String[] array(Collection<String> texts) {
    return texts.toArray(String[]::new);
  }
}
