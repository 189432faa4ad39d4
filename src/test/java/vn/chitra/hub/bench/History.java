package vn.chitra.hub.bench;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import vn.chitra.hub.sim.DatabaseAccess;
import vn.chitra.hub.sim.Resources;

/** Old payouts in the hub's database: of closed months, paid by one bank, with everything that the hub keeps of them. */
final class History {

  private static final int A_PAYROLL = 200;
  private static final int PAYROLLS_A_STATEMENT = 500;

  /** Unique and exclusion constraints of the tables that are filled, but for those that a foreign key needs. */
  private static final String CONSTRAINTS = """
      select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) from pg_constraint c
      where contype in ('u', 'x')
        and conrelid::regclass::text in ('payroll', 'payout', 'payment', 'payment_status', 'booking', 'payout_result')
        and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = c.conindid)""";

  private static final String INDEXES = """
      select indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index i
      where not indisprimary and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
        and indrelid::regclass::text in ('payroll', 'payout', 'payment', 'payment_status', 'booking', 'payout_result')""";

  private History() {}

  /**
   * Makes the hub's tables, as its start would, and fills them before there is a hub. Indexes are built after the rows.
   *
   * @param hub the hub's database as its owner
   * @param superuser the same as superuser
   * @param payouts rounded up to two hundred
   */
  static void fillEmpty(DatabaseAccess hub, DatabaseAccess superuser, int payouts) {
    Flyway.configure().dataSource(hub.dataSource()).load().migrate();
    JdbcTemplate jdbc = new JdbcTemplate(superuser.dataSource());
    record Constraint(String table, String name, String definition) {}
    List<Constraint> constraints = jdbc.query(CONSTRAINTS,
        (row, n) -> new Constraint(row.getString(1), row.getString(2), row.getString(3)));
    constraints.forEach(one -> jdbc.execute("alter table " + one.table() + " drop constraint " + one.name()));
    record Index(String name, String definition) {}
    List<Index> indexes = jdbc.query(INDEXES, (row, n) -> new Index(row.getString(1), row.getString(2)));
    indexes.forEach(index -> jdbc.execute("drop index " + index.name()));
    insert(superuser, payouts);
    indexes.forEach(index -> jdbc.execute("set maintenance_work_mem = '1GB'; " + index.definition()));
    constraints.forEach(one -> jdbc.execute("set maintenance_work_mem = '1GB'; alter table " + one.table() + " add constraint " + one.name()
        + " " + one.definition()));
    jdbc.execute("vacuum analyze");
  }

  /**
   * Fills the database while the hub is idle.
   *
   * @param superuser the hub's database as its superuser
   * @param payouts rounded up to two hundred
   */
  static void fill(DatabaseAccess superuser, int payouts) {
    insert(superuser, payouts);
    new JdbcTemplate(superuser.dataSource()).execute("vacuum analyze");
  }

  /** Triggers and foreign keys sleep for these rows only. */
  private static void insert(DatabaseAccess superuser, int payouts) {
    JdbcTransactionManager transactions = new JdbcTransactionManager(superuser.dataSource());
    JdbcTemplate jdbc = new JdbcTemplate(Objects.requireNonNull(transactions.getDataSource()));
    NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(jdbc);
    int payrolls = (payouts + A_PAYROLL - 1) / A_PAYROLL;
    for (int first = 1; first <= payrolls; first += PAYROLLS_A_STATEMENT) {
      Map<String, Object> values = Map.of("first", first, "last", Math.min(payrolls, first + PAYROLLS_A_STATEMENT - 1));
      new TransactionTemplate(transactions).executeWithoutResult(status -> {
        jdbc.execute("set local session_replication_role = replica");
        named.update(Resources.text("/bench/old-payouts.sql"), values);
      });
    }
    jdbc.execute("insert into period_close (programme, period, closed_at) select distinct programme, period, now() from payroll"
        + " where payroll_id like 'CU-%' on conflict do nothing");
    jdbc.execute("insert into cashless_share (programme, period, commune_code, account_count, account_vnd, paid_count, paid_vnd) select"
        + " programme, period, '04792', sum(accepted_count), sum(accepted_vnd), sum(accepted_count), sum(accepted_vnd) from payroll"
        + " where payroll_id like 'CU-%' group by programme, period on conflict do nothing");
    jdbc.execute("insert into settlement_report (period, kind, written_at, sha256, xlsx_sha256, html_sha256) select distinct period,"
        + " 'CLOSED', now(), repeat('0', 64), repeat('0', 64), repeat('0', 64) from payroll where payroll_id like 'CU-%'");
    jdbc.execute("insert into paid_day (partner, paid_on, writer, paid_vnd, in_error_vnd) select partner, paid_on, 0, sum(amount_vnd), 0"
        + " from payment where partner_ref like 'FT%' group by partner, paid_on");
  }
}
