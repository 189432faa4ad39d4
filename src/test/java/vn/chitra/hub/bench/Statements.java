package vn.chitra.hub.bench;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.sim.DatabaseAccess;
import vn.chitra.hub.sim.EmbeddedDatabases;

/** The statements that took PostgreSQL longest, on request: to find them; keeping the list costs a few percent. */
final class Statements {

  /** What the server needs. */
  static final Map<String, String> SETTINGS = Map.of("shared_preload_libraries", "pg_stat_statements", "pg_stat_statements.track", "all",
      "pg_stat_statements.track_planning", "on", "pg_stat_statements.max", "5000");

  private static final int MOST = 70;

  private final @Nullable JdbcTemplate admin;

  private Statements(@Nullable JdbcTemplate admin) {
    this.admin = admin;
  }

  static Statements of(boolean wanted, EmbeddedDatabases databases) {
    if (!wanted) {
      return new Statements(null);
    }
    DatabaseAccess hub = databases.hub();
    JdbcTemplate admin = new JdbcTemplate(new DatabaseAccess(hub.url(), "postgres", "postgres").dataSource());
    admin.execute("create extension if not exists pg_stat_statements");
    admin.execute("select pg_stat_statements_reset()");
    return new Statements(admin);
  }

  /** Rows of a Markdown table: milliseconds, calls, rows, text. */
  List<String> longest() {
    return admin == null ? List.of() : admin.queryForList("select format('| %s | %s | %s | %s |', round(total_exec_time + total_plan_time),"
        + " calls, rows, left(regexp_replace(replace(query, '|', '/'), '\\s+', ' ', 'g'), 180)) from pg_stat_statements join pg_database d on d.oid = dbid"
        + " where datname = 'hub' order by total_exec_time + total_plan_time desc limit " + MOST, String.class);
  }
}
