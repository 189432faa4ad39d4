package vn.chitra.hub.reconciliation.statement.jdbc;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.reconciliation.statement.EntryMeaning;
import vn.chitra.hub.reconciliation.statement.Statement;
import vn.chitra.hub.reconciliation.statement.Statement.Entry;
import vn.chitra.hub.reconciliation.statement.Statement.Side;
import vn.chitra.hub.reconciliation.statement.StatementDay;
import vn.chitra.hub.reconciliation.statement.Statements;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcStatements implements Statements {

  /** The header is line 1 of the file, its entries follow. */
  private static final int FIRST_ENTRY_LINE = 2;
  private static final String UNTAKEN = "select f.file_id from file f where f.kind = 'STATEMENT' and f.state = 'DONE'"
      + " and not exists (select from statement s where s.file_id = f.file_id) order by f.file_id";
  private static final String ENTRY = "select s.file_id, s.day, e.* from statement_entry e join statement s using (statement_id) where ";
  private static final String KEEP_ENTRY = """
      insert into statement_entry (statement_id, line_no, no, side, amount_vnd, reference, bank_ref, remark, kind, seq, end_to_end_id,
        unstated)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
  private static final int[] ENTRY_TYPES = {Types.BIGINT, Types.INTEGER, Types.INTEGER, Types.CHAR, Types.BIGINT, Types.VARCHAR,
      Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.INTEGER, Types.CHAR, Types.BOOLEAN};

  private static final String FUND_BY_AMOUNT = """
      update statement_entry e set kind = 'FUNDING', matched = true from statement s
      where s.statement_id = e.statement_id and e.statement_id = any (?) and e.kind = 'CREDIT' and not e.matched
        and not exists (select from payment l where l.partner = s.partner and l.amount_vnd = e.amount_vnd
          and l.state in ('PAID', 'PAID_IN_ERROR') and l.paid_on >= s.day - 60)
        and not exists (select from payment l where l.partner = s.partner and l.amount_vnd = e.amount_vnd
          and l.state = 'RETURNED' and not l.credit_matched)""";

  private final JdbcTemplate jdbc;
  private final Clock businessClock;

  JdbcStatements(JdbcTemplate jdbc, Clock businessClock) {
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  @Override
  @Transactional
  public List<Long> filesToTake() {
    return jdbc.queryForList(UNTAKEN, Long.class);
  }

  @Override
  public boolean isTaken(long fileId) {
    return !jdbc.queryForList("select 1 from statement where file_id = ?", Integer.class, fileId).isEmpty();
  }

  @Override
  public Optional<Statement> existing(String partner, String account, LocalDate day) {
    return jdbc.query("select statement_id, opening_vnd, closing_vnd from statement where partner = ? and account = ? and day = ?"
            + " and state in ('WAITING', 'CHAINED')",
        (r, n) -> new Statement(account, day, r.getLong(2), r.getLong(3), entries(r.getLong(1))), partner, account, Date.valueOf(day))
        .stream().findFirst();
  }

  private List<Entry> entries(long statementId) {
    return jdbc.query(ENTRY + "statement_id = ? order by e.line_no", (r, n) -> entry(r), statementId);
  }

  private static OtherEntry other(ResultSet r) throws SQLException {
    return new OtherEntry(r.getLong("file_id"), r.getInt("line_no"), r.getDate("day").toLocalDate(), entry(r));
  }

  private static Entry entry(ResultSet r) throws SQLException {
    return new Entry(r.getInt("no"), "D".equals(r.getString("side")) ? Side.DEBIT : Side.CREDIT, r.getLong("amount_vnd"),
        r.getString("reference"), r.getString("bank_ref"), r.getString("remark"), r.getBoolean("unstated"));
  }

  @Override
  public void keep(long fileId, String partner, Statement statement, State state) {
    long id = Objects.requireNonNull(jdbc.queryForObject("insert into statement (partner, account, day, opening_vnd, closing_vnd, file_id,"
            + " state, taken_at) values (?, ?, ?, ?, ?, ?, ?, ?) returning statement_id", Long.class, partner, statement.account(),
        Date.valueOf(statement.date()), statement.openingVnd(), statement.closingVnd(), fileId, state.name(), now()));
    if (state == State.WAITING) {
      jdbc.batchUpdate(KEEP_ENTRY, rows(id, statement.entries()), ENTRY_TYPES);
      jdbc.update("update funding_account set looked_at = null where partner = ?", partner);
    }
  }

  private static List<Object[]> rows(long statementId, List<Entry> entries) {
    List<Object[]> rows = new ArrayList<>(entries.size());
    for (Entry one : entries) {
      EntryMeaning meaning = EntryMeaning.of(one);
      rows.add(new Object[] {statementId, FIRST_ENTRY_LINE + rows.size(), one.no(), one.side() == Side.DEBIT ? "D" : "C", one.amountVnd(),
          one.reference(), one.bankRef(), one.text(), meaning.kind().name(), meaning.seq(), meaning.endToEndId(),
          one.unstated()});
    }
    return rows;
  }

  @Override
  public @Nullable Instant lock(String partner) {
    jdbc.update("insert into funding_account (partner) values (?) on conflict do nothing", partner);
    return looked("select looked_at from funding_account where partner = ? for update", partner);
  }

  @Override
  @Transactional
  public @Nullable Instant lookedAt(String partner) {
    return looked("select looked_at from funding_account where partner = ?", partner);
  }

  private @Nullable Instant looked(String sql, String partner) {
    return jdbc.queryForList(sql, Timestamp.class, partner).stream().filter(Objects::nonNull).map(Timestamp::toInstant).findFirst()
        .orElse(null);
  }

  @Override
  public void lookedAt(String partner, Instant now) {
    jdbc.update("update funding_account set looked_at = ? where partner = ?", Timestamp.from(now), partner);
  }

  @Override
  public List<String> accounts(String partner) {
    return jdbc.queryForList("select distinct account from statement where partner = ? and state in ('WAITING', 'CHAINED') order by 1",
        String.class, partner);
  }

  @Override
  public List<StatementDay> days(String partner, String account) {
    return jdbc.query("select * from statement where partner = ? and account = ? and state in ('WAITING', 'CHAINED') order by day",
        (r, n) -> new StatementDay(r.getLong("statement_id"), r.getLong("file_id"), r.getDate("day").toLocalDate(),
            r.getLong("opening_vnd"), r.getLong("closing_vnd"), "CHAINED".equals(r.getString("state"))), partner, account);
  }

  @Override
  public void chain(Collection<Long> statements) {
    Long[] ids = statements.toArray(Long[]::new);
    jdbc.update("update statement set state = 'CHAINED', chained_at = ? where statement_id = any (?)", now(), ids);
    jdbc.update("update statement_entry set matched = true where statement_id = any (?) and kind in ('FUNDING', 'FEE')", (Object) ids);
  }

  @Override
  public void fundByAmount(Collection<Long> statements) {
    jdbc.update(FUND_BY_AMOUNT, (Object) statements.toArray(Long[]::new));
  }

  @Override
  public List<OtherEntry> unsettledCredits(String partner) {
    return jdbc.query(ENTRY + "s.partner = ? and s.state = 'CHAINED' and e.kind = 'CREDIT' and not e.matched order by s.day, e.line_no",
        (r, n) -> other(r), partner);
  }

  @Override
  public List<OtherEntry> otherEntries(Collection<Long> statements) {
    return jdbc.query(ENTRY + """
        statement_id = any (?) and (e.kind = 'OTHER' or e.kind = 'FILE' and not exists (select from batch b
          where b.partner = s.partner and b.kind = 'PAYMENT' and b.folder = '' and b.seq = e.seq)) order by s.day, e.line_no""",
        (r, n) -> other(r), (Object) statements.toArray(Long[]::new));
  }

  @Override
  public Optional<LocalDate> awaitedFrom(String partner, String account) {
    return jdbc.queryForList("""
        select least(min(day) filter (where account = ?), greatest(max(day) filter (where account <> ?) + 1,
          (select (min(built_at) at time zone 'Asia/Ho_Chi_Minh')::date from batch where partner = ? and kind = 'PAYMENT')))
        from statement where partner = ? and state in ('WAITING', 'CHAINED')""", Date.class, account, account, partner, partner)
        .stream().filter(Objects::nonNull).map(Date::toLocalDate).findFirst();
  }

  @Override
  public Set<LocalDate> decidedDays(String partner, String caseKind) {
    return jdbc.queryForList("select split_part(subject, '/', 2)::date from case_record where kind = ? and partner = ?"
            + " and subject like 'statement:%/%' and state = 'CLOSED' and closed_by is distinct from 'hub'", Date.class, caseKind, partner)
        .stream().map(Date::toLocalDate).collect(Collectors.toSet());
  }

  private Timestamp now() {
    return Timestamp.from(businessClock.instant());
  }
}
