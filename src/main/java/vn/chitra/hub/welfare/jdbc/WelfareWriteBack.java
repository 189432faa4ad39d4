package vn.chitra.hub.welfare.jdbc;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chitra.hub.payout.jdbc.WrittenRows;
import vn.chitra.hub.payroll.WriteBack;
import vn.chitra.hub.support.SqlText;

/**
 * Writes results back in three steps a chunk: read the due rows, write them in one welfare transaction, mark them written. The first two
 * happen under an advisory lock of the welfare database, so that the written rows are those in the hub after the previous writer ended.
 */
@Component
final class WelfareWriteBack implements WriteBack {

  private static final Logger LOG = LoggerFactory.getLogger(WelfareWriteBack.class);
  private static final int CHUNK = 1000;

  private static final String MARK_RECEIPT = SqlText.of("payroll/mark-receipt-written");
  private static final String MARK_REFUSAL = SqlText.of("payroll/mark-refusal-written");

  private final NamedParameterJdbcTemplate welfare;
  private final NamedParameterJdbcTemplate hub;
  private final WrittenRows written;
  private final TransactionTemplate welfareTransaction;
  private final WelfareSql sql;
  private final Clock wallClock;

  /** @param hub on the primary data source */
  WelfareWriteBack(@Qualifier("welfareDataSource") DataSource welfareDataSource, JdbcTemplate hub, WrittenRows written,
      WelfareSql sql, @Qualifier("wallClock") Clock wallClock) {
    this.welfare = new NamedParameterJdbcTemplate(welfareDataSource);
    this.hub = new NamedParameterJdbcTemplate(hub);
    this.written = written;
    this.welfareTransaction = new TransactionTemplate(new JdbcTransactionManager(welfareDataSource));
    this.sql = sql;
    this.wallClock = wallClock;
  }

  @Override
  public int writeReceipts() {
    return write(DueRows.RECEIPTS, sql.writeReceipt(), rows -> hub.batchUpdate(MARK_RECEIPT, parameters(rows)));
  }

  @Override
  public int writeRefusals() {
    return write(DueRows.REFUSALS, sql.writeRefusal(), rows -> hub.batchUpdate(MARK_REFUSAL, parameters(rows)));
  }

  @Override
  public int writeFundingNeeds() {
    return write(DueRows.FUNDING_NEEDS, sql.writeFundingNeed(), written::fundingNeeds);
  }

  @Override
  public int writeResults() {
    return write(DueRows.RESULTS, sql.writeResult(), written::results);
  }

  private int write(DueRows rows, String upsert, Consumer<List<Map<String, Object>>> mark) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("no outside effect inside a database transaction");
    }
    int count = 0;
    List<Map<String, Object>> chunk;
    do {
      chunk = writeChunk(rows, upsert);
      mark.accept(chunk);
      count += chunk.size();
    } while (chunk.size() == CHUNK);
    return count;
  }

  private List<Map<String, Object>> writeChunk(DueRows rows, String upsert) {
    return Objects.requireNonNull(welfareTransaction.execute(status -> {
      welfare.query("select pg_advisory_xact_lock(hashtext('chi-tra-hub'), :lock)", Map.of("lock", rows.lock()),
          (ResultSet locked) -> {});
      List<Map<String, Object>> due = hub.queryForList(rows.due(), Map.of("chunk", CHUNK));
      int[] counts = welfare.batchUpdate(upsert, parameters(due));
      long kept = IntStream.of(counts).filter(count -> count == 0).count();
      if (kept > 0) {
        LOG.warn("welfare database already holds a higher revision of {} rows; left as they are", kept);
      }
      return due;
    }));
  }

  private SqlParameterSource[] parameters(List<Map<String, Object>> rows) {
    OffsetDateTime now = wallClock.instant().atOffset(ZoneOffset.UTC);
    return rows.stream().map(row -> new MapSqlParameterSource(row).addValue("now", now)).toArray(SqlParameterSource[]::new);
  }
}
