package vn.chitra.hub.reconciliation.statement;

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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.reconciliation.statement.Statement.Entry;
import vn.chitra.hub.reconciliation.statement.Statement.Side;
import vn.chitra.hub.support.SqlText;

/** The stored statements and their chains; every verb takes part in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Statements {

  public enum State {
    /** Here, and does not follow the day before yet. */
    WAITING,
    /** Follows: its entries are matched. */
    CHAINED,
    /** Another content for a day that is here already: never matched. */
    CONFLICT,
    /** The same content in other bytes. */
    REPEATED,
    /**
     * Its day is too far from the account's other days and from the day on which it came, or it came before its day and another one of that
     * day came since: never matched.
     */
    WRONG_DAY
  }

  /** @param lineNo of the statement's file */
  public record OtherEntry(long fileId, int lineNo, LocalDate day, Entry entry) {}

  /** The header is line 1 of the file, its entries follow. */
  private static final int FIRST_ENTRY_LINE = 2;
  private static final String FILES_TO_TAKE = SqlText.of("reconciliation/find-statement-files");
  private static final String STATEMENT_OF_DAY = SqlText.of("reconciliation/find-statement-of-day");
  private static final String GIVE_UP_EARLY = SqlText.of("reconciliation/give-up-early-statement");
  private static final String ENTRIES = SqlText.of("reconciliation/find-entries-of-statement");
  private static final String ADD = SqlText.of("reconciliation/add-statement");
  private static final String ADD_ENTRY = SqlText.of("reconciliation/add-statement-entry");
  private static final String ACCOUNTS = SqlText.of("reconciliation/find-accounts");
  private static final String DAYS = SqlText.of("reconciliation/find-statement-days");
  private static final String CHAIN = SqlText.of("reconciliation/chain-statements/01-chain");
  private static final String MATCH_FUNDING_AND_FEES = SqlText.of("reconciliation/chain-statements/02-match-funding-and-fees");
  private static final String FUND_BY_AMOUNT = SqlText.of("reconciliation/fund-by-amount");
  private static final String UNSETTLED_CREDITS = SqlText.of("reconciliation/find-unsettled-credits");
  private static final String OTHER_ENTRIES = SqlText.of("reconciliation/find-other-entries");
  private static final String AWAITED_FROM = SqlText.of("reconciliation/find-awaited-from");
  private static final String BEGIN = SqlText.of("reconciliation/find-account-begin");
  private static final String DECIDED_DAYS = SqlText.of("reconciliation/find-decided-days");

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate bulk;
  private final Clock businessClock;

  Statements(NamedParameterJdbcTemplate jdbc, Clock businessClock) {
    this.jdbc = JdbcClient.create(jdbc);
    this.bulk = jdbc;
    this.businessClock = businessClock;
  }

  /** Files that hold a statement and are not taken yet, oldest first. */
  @Transactional
  public List<Long> filesToTake() {
    return jdbc.sql(FILES_TO_TAKE).query(Long.class).list();
  }

  public boolean isTaken(long fileId) {
    return jdbc.sql("select exists (select from statement where file_id = :file)").param("file", fileId).query(Boolean.class).single();
  }

  /** The stored statement for a day of an account, waiting or chained. */
  public Optional<Statement> existing(String partner, String account, LocalDate day) {
    return jdbc.sql(STATEMENT_OF_DAY).param("partner", partner).param("account", account).param("day", Date.valueOf(day))
        .query((r, n) -> new Statement(account, day, r.getLong("opening_vnd"), r.getLong("closing_vnd"),
            entries(r.getLong("statement_id")))).optional();
  }

  /** Gives up a day's statement that came before its day and never counted. @return its file; empty where the stored one stands */
  public Optional<Long> giveUpEarly(String partner, String account, LocalDate day) {
    return jdbc.sql(GIVE_UP_EARLY).param("partner", partner).param("account", account).param("day", Date.valueOf(day)).query(Long.class)
        .optional();
  }

  private List<Entry> entries(long statementId) {
    return jdbc.sql(ENTRIES).param("statement", statementId).query((r, n) -> entry(r)).list();
  }

  private static OtherEntry other(ResultSet r) throws SQLException {
    return new OtherEntry(r.getLong("file_id"), r.getInt("line_no"), r.getDate("day").toLocalDate(), entry(r));
  }

  private static Entry entry(ResultSet r) throws SQLException {
    return new Entry(r.getInt("no"), "D".equals(r.getString("side")) ? Side.DEBIT : Side.CREDIT, r.getLong("amount_vnd"),
        r.getString("reference"), r.getString("bank_ref"), r.getString("remark"), r.getBoolean("unstated"));
  }

  /** Stores the entries of a valid statement with their meaning; of another only the head. */
  public void keep(long fileId, String partner, Statement statement, State state) {
    long id = jdbc.sql(ADD).param("partner", partner).param("account", statement.account()).param("day", Date.valueOf(statement.date()))
        .param("opening_vnd", statement.openingVnd()).param("closing_vnd", statement.closingVnd()).param("file", fileId)
        .param("state", state.name()).param("now", now()).query(Long.class).single();
    if (state == State.WAITING) {
      bulk.batchUpdate(ADD_ENTRY, rows(id, statement.entries()));
      jdbc.sql("update funding_account set looked_at = null where partner = :partner").param("partner", partner).update();
    }
  }

  private static SqlParameterSource[] rows(long statementId, List<Entry> entries) {
    List<SqlParameterSource> rows = new ArrayList<>(entries.size());
    for (Entry one : entries) {
      EntryMeaning meaning = EntryMeaning.of(one);
      rows.add(new MapSqlParameterSource("statement", statementId).addValue("line_no", FIRST_ENTRY_LINE + rows.size())
          .addValue("no", one.no()).addValue("side", one.side() == Side.DEBIT ? "D" : "C").addValue("amount_vnd", one.amountVnd())
          .addValue("reference", one.reference(), Types.VARCHAR).addValue("bank_ref", one.bankRef(), Types.VARCHAR)
          .addValue("remark", one.text(), Types.VARCHAR).addValue("kind", meaning.kind().name())
          .addValue("seq", meaning.seq(), Types.INTEGER).addValue("end_to_end_id", meaning.endToEndId(), Types.CHAR)
          .addValue("unstated", one.unstated()));
    }
    return rows.toArray(SqlParameterSource[]::new);
  }

  /** Locks the partner's statements until the transaction ends. @return the time of the last matching; null = never, or new data since */
  public @Nullable Instant lock(String partner) {
    jdbc.sql("insert into funding_account (partner) values (:partner) on conflict do nothing").param("partner", partner).update();
    return looked("select looked_at from funding_account where partner = :partner for update", partner);
  }

  /** @return the time of the last matching; null = never, or new data since */
  @Transactional
  public @Nullable Instant lookedAt(String partner) {
    return looked("select looked_at from funding_account where partner = :partner", partner);
  }

  private @Nullable Instant looked(String sql, String partner) {
    return jdbc.sql(sql).param("partner", partner).query(Timestamp.class).optional().map(Timestamp::toInstant).orElse(null);
  }

  /** @param now null = not all could be judged: the next run does it */
  public void lookedAt(String partner, @Nullable Instant now) {
    jdbc.sql("update funding_account set looked_at = :now where partner = :partner")
        .param("now", now == null ? null : Timestamp.from(now), Types.TIMESTAMP).param("partner", partner).update();
  }

  /** Accounts of which a statement is here. */
  public List<String> accounts(String partner) {
    return jdbc.sql(ACCOUNTS).param("partner", partner).query(String.class).list();
  }

  /** Days of an account, by date. */
  public List<StatementDay> days(String partner, String account) {
    return jdbc.sql(DAYS).param("partner", partner).param("account", account)
        .query((r, n) -> new StatementDay(r.getLong("statement_id"), r.getLong("file_id"), r.getDate("day").toLocalDate(),
            r.getLong("opening_vnd"), r.getLong("closing_vnd"), "CHAINED".equals(r.getString("state")))).list();
  }

  public void chain(Collection<Long> statements) {
    jdbc.sql(CHAIN).param("now", now()).param("statements", ids(statements)).update();
    jdbc.sql(MATCH_FUNDING_AND_FEES).param("statements", ids(statements)).update();
  }

  /**
   * Settles the unsettled credits of these statements as funding where nothing indicates a return: no payment paid at the partner from
   * 60 days before the statement's day to a year after it, and none that came back without a credit, has exactly their amount.
   */
  public void fundByAmount(Collection<Long> statements) {
    jdbc.sql(FUND_BY_AMOUNT).param("statements", ids(statements)).update();
  }

  /** Credits of statements that count which may be funding or a return, and which are not settled. */
  public List<OtherEntry> unsettledCredits(String partner) {
    return jdbc.sql(UNSETTLED_CREDITS).param("partner", partner).query((r, n) -> other(r)).list();
  }

  /** Entries of statements that count which match no rule, among them a debit for a file that was never sent. */
  public List<OtherEntry> otherEntries(Collection<Long> statements) {
    return jdbc.sql(OTHER_ENTRIES).param("statements", ids(statements)).query((r, n) -> other(r)).list();
  }

  /** The day from which statements are expected: the account's first one that counts, or our first file after another account's last one. */
  public Optional<LocalDate> awaitedFrom(String partner, String account) {
    return jdbc.sql(AWAITED_FROM).param("partner", partner).param("account", account).query(LocalDate.class).optional();
  }

  /** The day of the account's first statement that counts, or of our first file to the partner; empty before both. */
  public Optional<LocalDate> begin(String partner, String account) {
    return jdbc.sql(BEGIN).param("partner", partner).param("account", account).query(LocalDate.class).optional();
  }

  /** Days for which a person closed a case of that kind; the decision stays valid. */
  public Set<LocalDate> decidedDays(String partner, String caseKind) {
    return jdbc.sql(DECIDED_DAYS).param("kind", caseKind).param("partner", partner).query(LocalDate.class).set();
  }

  private static SqlArrayValue ids(Collection<Long> ids) {
    return new SqlArrayValue("int8", ids.toArray());
  }

  private Timestamp now() {
    return Timestamp.from(businessClock.instant());
  }
}
