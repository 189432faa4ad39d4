package vn.chitra.hub.bench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a database did since its counters began, by PostgreSQL's own statistics.
 *
 * @param tables by name
 * @param walBytes log written by the whole server
 * @param commits transactions that ended well
 */
record DatabaseLoad(Map<String, Table> tables, long walBytes, long commits) {

  /**
   * @param inserted rows, @param updated rows, of them @param hot without touching an index, @param deleted rows
   * @param scans how often the table was read whole, @param scanned rows read by that;
   * @param fetched rows read by an index, those that a condition left out too
   */
  record Table(long inserted, long updated, long hot, long deleted, long scans, long scanned, long fetched) {

    /** Every version of a row that was written. */
    long versions() {
      return inserted + updated;
    }

    private Table minus(Table other) {
      return new Table(inserted - other.inserted, updated - other.updated, hot - other.hot, deleted - other.deleted, scans - other.scans,
          scanned - other.scanned, fetched - other.fetched);
    }
  }

  /** The figures up to now; sessions report within a second after their transaction. */
  static DatabaseLoad of(JdbcTemplate jdbc) {
    Map<String, Table> tables = new LinkedHashMap<>();
    jdbc.query("select relname, n_tup_ins, n_tup_upd, n_tup_hot_upd, n_tup_del, seq_scan, seq_tup_read, coalesce(idx_tup_fetch, 0)"
        + " from pg_stat_user_tables where schemaname = 'public' order by 1", row -> {
          tables.put(row.getString(1), new Table(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6),
              row.getLong(7), row.getLong(8)));
        });
    return new DatabaseLoad(tables,
        Objects.requireNonNull(jdbc.queryForObject("select wal_bytes::bigint from pg_stat_wal", Long.class)),
        Objects.requireNonNull(jdbc.queryForObject("select xact_commit from pg_stat_database where datname = current_database()",
            Long.class)));
  }

  /** Bytes of the database on disk. */
  static long size(JdbcTemplate jdbc) {
    return Objects.requireNonNull(jdbc.queryForObject("select pg_database_size(current_database())", Long.class));
  }

  DatabaseLoad since(DatabaseLoad before) {
    Map<String, Table> later = new LinkedHashMap<>();
    Table none = new Table(0, 0, 0, 0, 0, 0, 0);
    tables.forEach((name, table) -> later.put(name, table.minus(before.tables.getOrDefault(name, none))));
    return new DatabaseLoad(later, walBytes - before.walBytes, commits - before.commits);
  }

  /** The tables that were written or read whole, the most written first. */
  List<Map.Entry<String, Table>> busiest() {
    return tables.entrySet().stream().filter(one -> one.getValue().versions() > 0 || one.getValue().scanned() > 0
            || one.getValue().fetched() > 0)
        .sorted(Map.Entry.comparingByValue(Comparator.comparingLong(Table::versions).reversed())).toList();
  }

  long versions() {
    return tables.values().stream().mapToLong(Table::versions).sum();
  }
}
