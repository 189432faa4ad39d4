package vn.chitra.hub.welfare.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chitra.hub.payroll.ApprovedPayrolls;
import vn.chitra.hub.payroll.ComingPayrolls;

/**
 * Reads the welfare database for intake: through its own connections, in read-only REPEATABLE READ transactions, with server-side cursors,
 * so that a payroll of any size needs the same memory.
 */
@Component
public final class WelfareDatabase implements ApprovedPayrolls, ComingPayrolls {

  static final int ROWS_AT_ONCE = 1000;

  private final NamedParameterJdbcTemplate welfare;
  private final JdbcClient hub;
  private final TransactionTemplate snapshots;
  private final WelfareSql sql;

  /** @param hub on the primary data source: it holds the payrolls that were already taken */
  public WelfareDatabase(@Qualifier("welfareDataSource") DataSource welfareDataSource, JdbcTemplate hub, WelfareSql sql) {
    JdbcTemplate streaming = new JdbcTemplate(welfareDataSource);
    streaming.setFetchSize(ROWS_AT_ONCE);
    this.welfare = new NamedParameterJdbcTemplate(streaming);
    this.hub = JdbcClient.create(hub);
    this.sql = sql;
    DataSourceTransactionManager manager = new JdbcTransactionManager(welfareDataSource);
    this.snapshots = new TransactionTemplate(manager);
    this.snapshots.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.snapshots.setReadOnly(true);
  }

  @Override
  public List<String> notYetTaken(int limit) {
    List<String> found = snapshots.execute(status -> welfare.getJdbcOperations().query(sql.approvedPayrolls(),
        (ResultSet approved) -> notYetTaken(approved, limit, row -> row.getString(1), id -> id)));
    return found == null ? List.of() : found;
  }

  @Override
  public List<ComingPayroll> coming(int limit) {
    List<ComingPayroll> found = snapshots.execute(status -> welfare.getJdbcOperations().query(sql.comingPayrolls(),
        (ResultSet coming) -> notYetTaken(coming, limit, row -> new ComingPayroll(LineRows.header(row, 0), row.getBoolean("approved")),
            one -> one.header().payrollId())));
    return found == null ? List.of() : found;
  }

  @Override
  public <T> T read(String payrollId, Function<Optional<Snapshot>, T> use) {
    return read(sql.payrollHeader(), payrollId, use);
  }

  @Override
  public <T> T readComing(String payrollId, Function<Optional<Snapshot>, T> use) {
    return read(sql.comingHeader(), payrollId, use);
  }

  private <T> T read(String header, String payrollId, Function<Optional<Snapshot>, T> use) {
    return snapshots.execute(status -> {
      var headers = welfare.query(header, Map.of("payroll", payrollId), LineRows::header);
      return use.apply(Optional.ofNullable(DataAccessUtils.singleResult(headers))
          .map(found -> new WelfareSnapshot(found, welfare, sql)));
    });
  }

  @FunctionalInterface
  private interface RowReader<T> {

    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> notYetTaken(ResultSet rows, int limit, RowReader<T> reader, Function<T, String> id) throws SQLException {
    List<T> found = new ArrayList<>();
    List<T> queried = new ArrayList<>(ROWS_AT_ONCE);
    boolean more = rows.next();
    while (more && found.size() < limit) {
      queried.add(reader.read(rows));
      more = rows.next();
      if (queried.size() == ROWS_AT_ONCE || !more) {
        Set<String> taken = takenOf(queried.stream().map(id).toList());
        queried.stream().filter(one -> !taken.contains(id.apply(one))).limit(limit - (long) found.size()).forEach(found::add);
        queried.clear();
      }
    }
    return found;
  }

  private Set<String> takenOf(List<String> ids) {
    return hub.sql("select payroll_id from payroll where payroll_id = any (:ids)").param("ids", ids.toArray(String[]::new))
        .query(String.class).set();
  }
}
