package vn.chitra.hub.bench;

import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import vn.chitra.hub.sim.DatabaseAccess;
import vn.chitra.hub.sim.Resources;

/** Old payouts in the hub's database: of closed months, paid by one bank, with everything that the hub keeps of them. */
final class History {

  private static final int A_PAYROLL = 1_000;
  private static final int PAYROLLS_A_STATEMENT = 100;

  private History() {}

  /**
   * Fills the database while the hub is idle. Triggers and foreign keys sleep for these rows only.
   *
   * @param owner the hub's database as its superuser
   * @param payouts rounded up to a thousand
   */
  static void fill(DatabaseAccess owner, int payouts) {
    JdbcTransactionManager transactions = new JdbcTransactionManager(owner.dataSource());
    JdbcTemplate jdbc = new JdbcTemplate(Objects.requireNonNull(transactions.getDataSource()));
    NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(jdbc);
    int payrolls = (payouts + A_PAYROLL - 1) / A_PAYROLL;
    long batch = Objects.requireNonNull(jdbc.queryForObject("insert into batch (partner, kind, state, payment_count, total_vnd, opened_at)"
        + " values ('agribank', 'PAYMENT', 'CANCELLED', 0, 0, '2010-01-01') returning batch_id", Long.class));
    for (int first = 1; first <= payrolls; first += PAYROLLS_A_STATEMENT) {
      Map<String, Object> values = Map.of("first", first, "last", Math.min(payrolls, first + PAYROLLS_A_STATEMENT - 1), "batch", batch);
      new TransactionTemplate(transactions).executeWithoutResult(status -> {
        jdbc.execute("set local session_replication_role = replica");
        named.update(Resources.text("/bench/old-payouts.sql"), values);
      });
    }
    jdbc.execute("insert into period_close (programme, period, closed_at) select distinct programme, period, now() from payroll"
        + " where payroll_id like 'CU-%' on conflict do nothing");
    jdbc.execute("vacuum analyze");
  }
}
