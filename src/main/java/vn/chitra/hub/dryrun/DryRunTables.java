package vn.chitra.hub.dryrun;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.PayoutPlans;
import vn.chitra.hub.payroll.FindingKind;
import vn.chitra.hub.payroll.LineStage;
import vn.chitra.hub.payroll.PayrollComparison;
import vn.chitra.hub.payroll.PayrollHeader;
import vn.chitra.hub.payroll.Tally;
import vn.chitra.hub.support.SqlText;

/**
 * The temporary tables of a dry run, in its transaction. From {@link #open} on the transaction is read only: PostgreSQL refuses every write
 * but into temporary tables. Until {@link #takeTheirPlace} the names of tables mean the real ones, afterwards the temporary ones.
 */
@Component
class DryRunTables {

  private static final int FETCH = 1_000;
  private static final String OPEN = SqlText.of("dryrun/open-tables");
  private static final String ADD_PAYROLL = SqlText.of("dryrun/add-payroll");
  private static final String COPY_PAYOUTS = SqlText.of("dryrun/copy-payouts");
  private static final String HOLD_DOUBTED = SqlText.of("dryrun/hold-doubted");
  private static final String COUNT_HOLDS = SqlText.of("dryrun/count-holds");
  private static final String PATH = "select set_config('search_path', :path, true)";
  private static final String ADD_UNROUTED = "insert into unrouted_payout (payout_id, reason, explanation) values (:payout, :reason, :why)";
  private static final String TEMPORARY = "pg_temp";

  private final JdbcTemplate hub;
  private final NamedParameterJdbcTemplate named;
  private final JdbcClient jdbc;
  private final JdbcClient cursor;
  private final LineStage stage;
  private final PayrollComparison comparison;

  DryRunTables(JdbcTemplate hub, DataSource dataSource, LineStage stage, PayrollComparison comparison) {
    this.hub = hub;
    this.named = new NamedParameterJdbcTemplate(hub);
    this.jdbc = JdbcClient.create(hub);
    JdbcTemplate inChunks = new JdbcTemplate(dataSource);
    inChunks.setFetchSize(FETCH);
    this.cursor = JdbcClient.create(inChunks);
    this.stage = stage;
    this.comparison = comparison;
  }

  /** @return the names by which the real tables are found, for {@link #takeTheirPlace} */
  String open() {
    String real = jdbc.sql("show search_path").query(String.class).single();
    stage.open();
    comparison.open();
    hub.execute(OPEN);
    path(real + ", " + TEMPORARY);
    hub.execute("set transaction read only");
    return real;
  }

  boolean isTaken(String payrollId) {
    return jdbc.sql("select exists (select from payroll where payroll_id = :payroll)").param("payroll", payrollId).query(Boolean.class)
        .single();
  }

  /** Adds the payroll and what of the real payouts decides about its lines, and holds the lines that planning would hold for them. */
  void fill(PayrollHeader payroll, Instant at) {
    jdbc.sql(HOLD_DOUBTED).update();
    jdbc.sql(COPY_PAYOUTS).update();
    jdbc.sql(ADD_PAYROLL).param("payroll", payroll.payrollId()).param("programme", payroll.programme())
        .param("agency", payroll.agencyCode()).param("commune", payroll.communeCode())
        .param("from", payroll.periodToBookUnder().firstDay()).param("period", payroll.periodToBookUnder().lastMonthsFirstDay())
        .param("cutoff", payroll.accountCutoff()).param("payFrom", payroll.payFrom()).param("payUntil", payroll.payUntil())
        .param("items", payroll.itemCount()).param("dong", payroll.totalVnd()).param("at", Timestamp.from(at)).update();
  }

  /** From now on the statements of intake, planning and batching write the temporary tables. */
  void takeTheirPlace(String real) {
    path(TEMPORARY + ", " + real);
  }

  void add(List<PayoutPlans.Held> unrouted) {
    named.batchUpdate(ADD_UNROUTED, unrouted.stream().map(one -> new MapSqlParameterSource("payout", one.payoutId())
        .addValue("reason", one.reason()).addValue("why", one.explanation())).toArray(MapSqlParameterSource[]::new));
  }

  /** The tables are filled in bulk, and PostgreSQL looks at temporary ones only when told to. */
  void analyze() {
    hub.execute("analyze payout, payment, payroll_refusal, unrouted_payout");
  }

  /** The lines that would wait for a person. */
  Tally held(String payrollId) {
    return jdbc.sql(COUNT_HOLDS).param("payroll", payrollId).query(DryRunTables::tally).single();
  }

  /** The payments that would be sent. */
  Tally planned() {
    return jdbc.sql("select count(*), coalesce(sum(amount_vnd), 0) from payment").query(DryRunTables::tally).single();
  }

  private static Tally tally(ResultSet row, int number) throws SQLException {
    return new Tally(row.getInt(1), row.getLong(2));
  }

  /** How often each kind was found; kinds that were not are missing. */
  Map<FindingKind, Integer> found() {
    Map<FindingKind, Integer> found = new EnumMap<>(FindingKind.class);
    jdbc.sql("select kind, count(*) from finding group by kind").query(row -> {
      found.put(FindingKind.valueOf(row.getString(1)), row.getInt(2));
    });
    return found;
  }

  /** Reads many rows in bounded memory. */
  JdbcClient cursor() {
    return cursor;
  }

  private void path(String path) {
    jdbc.sql(PATH).param("path", path).query(String.class).single();
  }
}
