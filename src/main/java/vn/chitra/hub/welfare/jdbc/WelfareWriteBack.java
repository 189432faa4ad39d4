package vn.chitra.hub.welfare.jdbc;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chitra.hub.payout.WrittenRows;
import vn.chitra.hub.payroll.WriteBack;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.welfare.jdbc.RefusedRows.Kind;
import vn.chitra.hub.welfare.jdbc.RefusedRows.Refusal;
import vn.chitra.hub.welfare.jdbc.RefusedRows.Run;

/**
 * Writes results back in three steps a chunk: read the due rows, write them in one welfare transaction, mark them written. Of a chunk that
 * the database refuses for what a row says, each row is written by itself; those that are refused stay due, rest for a while and are a
 * case. The first two steps happen under an advisory lock of the welfare database, so that the written rows are those in the hub after the
 * previous writer ended.
 */
@Component
final class WelfareWriteBack implements WriteBack {

  private static final Logger LOG = LoggerFactory.getLogger(WelfareWriteBack.class);
  private static final int CHUNK = 1000;

  /** Second key of the advisory lock under which results are read and written. */
  private static final int RESULTS_LOCK = 4;

  private static final String DUE_CHANGES = SqlText.of("welfare/find-due-result-changes");
  private static final String RESULTS_OF_CHANGE = SqlText.of("welfare/find-due-results");
  private static final String MARK_RECEIPT = SqlText.of("payroll/mark-receipt-written");
  private static final String MARK_REFUSAL = SqlText.of("payroll/mark-refusal-written");

  private final NamedParameterJdbcTemplate welfare;
  private final NamedParameterJdbcTemplate hub;
  private final WrittenRows written;
  private final TransactionTemplate welfareTransaction;
  private final WelfareSql sql;
  private final RefusedRows refused;
  private final Clock wallClock;

  /** @param hub on the primary data source */
  WelfareWriteBack(@Qualifier("welfareDataSource") DataSource welfareDataSource, JdbcTemplate hub, WrittenRows written,
      WelfareSql sql, RefusedRows refused, @Qualifier("wallClock") Clock wallClock) {
    this.welfare = new NamedParameterJdbcTemplate(welfareDataSource);
    this.hub = new NamedParameterJdbcTemplate(hub);
    this.written = written;
    this.welfareTransaction = new TransactionTemplate(new JdbcTransactionManager(welfareDataSource));
    this.sql = sql;
    this.refused = refused;
    this.wallClock = wallClock;
  }

  @Override
  public int writeReceipts() {
    return write(Kind.RECEIPTS, DueRows.RECEIPTS, sql.writeReceipt(), rows -> hub.batchUpdate(MARK_RECEIPT, parameters(rows)));
  }

  @Override
  public int writeRefusals() {
    return write(Kind.REFUSALS, DueRows.REFUSALS, sql.writeRefusal(), rows -> hub.batchUpdate(MARK_REFUSAL, parameters(rows)));
  }

  @Override
  public int writeFundingNeeds() {
    return write(Kind.FUNDING_NEEDS, DueRows.FUNDING_NEEDS, sql.writeFundingNeed(), written::fundingNeeds);
  }

  /**
   * Results go by changes: one is marked when all its rows are written; after a failure it is written again from its first row. A refused
   * row gets a change of its own, so that the others of its change are marked.
   */
  @Override
  public int writeResults() {
    demandNoTransaction();
    Run run = refused.run(Kind.RESULTS);
    ResultCursor at = new ResultCursor(run.restingChanges());
    int count = 0;
    do {
      Written chunk = writeResultChunk(at);
      count += chunk.rows().size();
      run.taken(chunk.rows());
      chunk.refused().forEach(refusal -> setApart(refusal, at, run));
      if (!at.complete.isEmpty()) {
        written.results(at.complete);
      }
    } while (!at.complete.isEmpty() || at.last != null);
    run.end();
    return count;
  }

  private void setApart(Refusal refusal, ResultCursor at, Run run) {
    Optional<Long> change = written.setApart(refusal.row());
    change.ifPresent(own -> {
      at.refused.add(own);
      at.complete.remove(own);
    });
    run.refused(refusal, change.orElse(null));
  }

  /** Writes at most a chunk of due results, oldest change first, and moves the cursor behind it. */
  private Written writeResultChunk(ResultCursor at) {
    return Objects.requireNonNull(welfareTransaction.execute(status -> {
      lock(RESULTS_LOCK);
      return upsert(sql.writeResult(), dueResults(at), status);
    }));
  }

  private List<Map<String, Object>> dueResults(ResultCursor at) {
    ResultRow after = at.last;
    at.complete.clear();
    at.last = null;
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Long change : hub.queryForList(DUE_CHANGES, new MapSqlParameterSource("chunk", CHUNK).addValue("refused",
        new SqlArrayValue("int8", at.refused.toArray())), Long.class)) {
      boolean begun = after != null && after.change() == change;
      int most = CHUNK - rows.size();
      List<Map<String, Object>> more = hub.queryForList(RESULTS_OF_CHANGE, Map.of("change", change, "chunk", most,
          "payroll", begun ? after.payroll() : "", "line", begun ? after.line() : 0));
      rows.addAll(more);
      if (more.size() == most) {
        Map<String, Object> end = more.get(most - 1);
        at.last = new ResultRow(change, (String) end.get("payroll_id"), (Integer) end.get("line_no"));
        return rows;
      }
      at.complete.add(change);
    }
    return rows;
  }

  /** Where a run stands after a chunk. */
  private static final class ResultCursor {

    /** Changes of which the chunk wrote the last row. */
    private final List<Long> complete = new ArrayList<>();
    /** Changes of rows that rest, or were refused in this run: they are tried in a later one. */
    private final List<Long> refused;
    /** The chunk's last row, of a change that may have more; null when it has not. */
    private @Nullable ResultRow last;

    ResultCursor(List<Long> resting) {
      this.refused = new ArrayList<>(resting);
    }
  }

  private record ResultRow(long change, String payroll, int line) {}

  private int write(Kind kind, DueRows rows, String upsert, Consumer<List<Map<String, Object>>> mark) {
    demandNoTransaction();
    Run run = refused.run(kind);
    int count = 0;
    DuePlace at = new DuePlace();
    do {
      Written chunk = writeChunk(rows, upsert, at, run);
      mark.accept(chunk.rows());
      count += chunk.rows().size();
      run.taken(chunk.rows());
      chunk.refused().forEach(refusal -> run.refused(refusal, null));
    } while (at.size == CHUNK);
    run.end();
    return count;
  }

  private static void demandNoTransaction() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("no outside effect inside a database transaction");
    }
  }

  /** Writes the rows of the next chunk that do not rest, and moves the place behind it. */
  private Written writeChunk(DueRows rows, String upsert, DuePlace at, Run run) {
    return Objects.requireNonNull(welfareTransaction.execute(status -> {
      lock(rows.lock());
      Map<String, Object> after = at.last;
      List<Map<String, Object>> due = hub.queryForList(rows.due(), Map.of("chunk", CHUNK, "payroll", after.getOrDefault("payroll_id", ""),
          "line", after.getOrDefault("line_no", -1), "partner", after.getOrDefault("partner", "")));
      at.passed(due);
      return upsert(upsert, due.stream().filter(row -> !run.rests(row)).toList(), status);
    }));
  }

  /** Where a run over rows that are due stands: refused rows are due still, and a run passes each row once, so they hold up none. */
  private static final class DuePlace {

    /** The last row that was read; empty before the first. */
    private Map<String, Object> last = Map.of();
    private int size;

    void passed(List<Map<String, Object>> rows) {
      size = rows.size();
      last = rows.isEmpty() ? last : rows.get(size - 1);
    }
  }

  private void lock(int second) {
    welfare.query("select pg_advisory_xact_lock(hashtext('chi-tra-hub'), :lock)", Map.of("lock", second), (ResultSet locked) -> {});
  }

  private Written upsert(String upsert, List<Map<String, Object>> rows, TransactionStatus transaction) {
    Object before = transaction.createSavepoint();
    try {
      int[] counts = welfare.batchUpdate(upsert, parameters(rows));
      long kept = IntStream.of(counts).filter(count -> count == 0).count();
      if (kept > 0) {
        LOG.warn("welfare database already holds a higher revision of {} rows; left as they are", kept);
      }
      return new Written(rows, List.of());
    } catch (DataAccessException e) {
      transaction.rollbackToSavepoint(before);
      if (RefusedRows.of(Map.of(), e).isEmpty()) {
        throw e;
      }
      return oneByOne(upsert, rows, transaction);
    }
  }

  private Written oneByOne(String upsert, List<Map<String, Object>> rows, TransactionStatus transaction) {
    List<Map<String, Object>> taken = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      Object before = transaction.createSavepoint();
      try {
        welfare.batchUpdate(upsert, parameters(List.of(row)));
        transaction.releaseSavepoint(before);
        taken.add(row);
      } catch (DataAccessException e) {
        transaction.rollbackToSavepoint(before);
        refusals.add(RefusedRows.of(row, e).orElseThrow(() -> e));
      }
    }
    return new Written(taken, refusals);
  }

  /** @param refused rows that the welfare database does not take */
  private record Written(List<Map<String, Object>> rows, List<Refusal> refused) {}

  private SqlParameterSource[] parameters(List<Map<String, Object>> rows) {
    OffsetDateTime now = wallClock.instant().atOffset(ZoneOffset.UTC);
    return rows.stream().map(row -> new MapSqlParameterSource(row).addValue("now", now)).toArray(SqlParameterSource[]::new);
  }
}
