package vn.chitra.hub.sim;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The records of all simulated partners, in a database of their own. */
public final class PartnerBook implements AutoCloseable {

  /** Rows of one file after which the planner must look at the table again. */
  public static final int MANY = 1_000;

  private final HikariDataSource pool;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;

  /** Opens the partners' records; missing tables are created. */
  public PartnerBook(DatabaseAccess access) {
    pool = new HikariDataSource();
    pool.setPoolName("partner-books");
    pool.setDataSource(access.dataSource());
    pool.setMaximumPoolSize(3);
    jdbc = new JdbcTemplate(pool);
    transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    jdbc.execute(Resources.text("/demo/partners.sql"));
  }

  public JdbcTemplate jdbc() {
    return jdbc;
  }

  /** All or nothing. */
  public void inTransaction(Runnable work) {
    transactions.executeWithoutResult(status -> work.run());
  }

  /** Notes that the hub broke a contract; the same breach of the same file once. */
  public void violation(String partner, String file, String what, Instant now) {
    jdbc.update("INSERT INTO violation (partner, file, what, noticed_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        partner, file, what, timestamp(now));
  }

  /** Every breach so far, as sentences. */
  public List<String> violations() {
    return jdbc.queryForList("SELECT partner || ' ' || file || ': ' || what FROM violation ORDER BY violation_id", String.class);
  }

  /** Business time as PostgreSQL's driver wants it. */
  public static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  @Override
  public void close() {
    pool.close();
  }
}
