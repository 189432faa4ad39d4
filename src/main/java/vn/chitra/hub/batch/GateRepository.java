package vn.chitra.hub.batch;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.archive.Archive.StoredBytes;
import vn.chitra.hub.archive.FileRegister;
import vn.chitra.hub.archive.SentJournal.Series;
import vn.chitra.hub.payout.ForgottenFiles;
import vn.chitra.hub.payout.PaymentBatching;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/** Database access of the send gate: the numbered files in the database, and whether files may leave. */
@Component
public final class GateRepository implements ForgottenFiles {

  /** @param generation 0 before the first start */
  public record State(int generation, boolean open) {}

  /** @param sent false while no send of it has begun */
  public record Numbered(long batchId, Series series, int seq, String sha256, boolean sent) {}

  /** A refused file of which payments wait for a person. */
  public record Refused(long batchId, String partner, String fileName, int payments, long dong) {}

  private static final String NUMBERED = SqlText.of("batch/find-numbered-batches");
  private static final String CANCEL_EMPTY = SqlText.of("batch/cancel-empty-batches");
  private static final String REFUSE_EARLIER_FILES = SqlText.of("batch/adopt-file/01-refuse-earlier-files");
  private static final String SUM_REFUSED = SqlText.of("batch/sum-refused-payments");
  private static final String ADD_BATCH = SqlText.of("batch/adopt-file/02-add-batch");
  private static final String REMEMBER_PAYMENTS = SqlText.of("batch/adopt-file/03-remember-payments");
  private static final String RAISE_NUMBER = SqlText.of("batch/adopt-file/04-raise-number");

  private final JdbcClient jdbc;
  private final BatchPayments payments;
  private final PaymentBatching batched;
  private final FileRegister files;
  private final Clock businessClock;
  private final Clock wallClock;

  GateRepository(JdbcTemplate jdbc, BatchPayments payments, PaymentBatching batched, FileRegister files, Clock businessClock,
      @Qualifier("wallClock") Clock wallClock) {
    this.jdbc = JdbcClient.create(jdbc);
    this.payments = payments;
    this.batched = batched;
    this.files = files;
    this.businessClock = businessClock;
    this.wallClock = wallClock;
  }

  public State state() {
    return state("select generation, open from send_gate");
  }

  /** As {@link #state}, with a lock until the transaction ends. */
  public State lock() {
    return state("select generation, open from send_gate for update");
  }

  @Override
  public boolean mayExist() {
    return !state().open();
  }

  private State state(String sql) {
    return jdbc.sql(sql).query((r, n) -> new State(r.getInt(1), r.getBoolean(2))).optional()
        .orElseThrow(() -> new IllegalStateException("send_gate has lost its row"));
  }

  public void stop(String why) {
    jdbc.sql("update send_gate set open = false, stopped_at = :now, why = :why where open").param("now", now()).param("why", why).update();
  }

  public void open(int generation) {
    jdbc.sql("update send_gate set open = true, stopped_at = null, why = null, generation = :generation").param("generation", generation)
        .update();
  }

  /** The last number given, 0 for none. */
  public int lastNumber(Series series) {
    return ofSeries("select last_seq from file_sequence where partner = :partner and kind = :kind and folder = :folder", series)
        .query(Integer.class).optional().orElse(0);
  }

  /** Every numbered batch. */
  public List<Numbered> numbers() {
    return jdbc.sql(NUMBERED).query((r, n) -> new Numbered(r.getLong("batch_id"), series(r), r.getInt("seq"), r.getString("file_sha256"),
        r.getBoolean("sent"))).list();
  }

  public Manifest manifestOf(long batchId) {
    List<Manifest.Payment> payments = jdbc
        .sql("select batch_line, end_to_end_id from payment where batch_id = :batch order by batch_line").param("batch", batchId)
        .query((r, n) -> new Manifest.Payment(r.getInt(1), r.getString(2))).list();
    return jdbc.sql("select * from batch where batch_id = :batch").param("batch", batchId)
        .query((r, n) -> new Manifest(series(r), r.getInt("seq"), r.getString("file_sha256"), r.getLong("file_size"),
            r.getString("file_name"), r.getString("programme"), day(r, "period"), day(r, "value_date"), day(r, "answer_due_on"),
            r.getInt("payment_count"), r.getLong("total_vnd"), r.getTimestamp("built_at").toInstant(), payments)).single();
  }

  /**
   * Returns gathered payments without a file number, so that they are gathered again. Payments gathered at this moment stay in their
   * batch.
   */
  public void emptyOpenBatches() {
    batched.ungatherAll();
    jdbc.sql(CANCEL_EMPTY).update();
  }

  /**
   * Adds a file that the database has lost, in doubt whether the partner holds it, with its payments. An earlier file with one of these
   * payments was refused, because only then a payment travels again; its others come back, too. To be called in the order of the numbers.
   *
   * @return the earlier files
   */
  public List<Long> adopt(Manifest forgotten) {
    jdbc.sql("select set_config('hub.restoring', 'yes', true)").query(rs -> { });
    Series series = forgotten.series();
    carry(forgotten.payments());
    List<Long> refused = jdbc.sql(REFUSE_EARLIER_FILES).query(Long.class).list();
    refused.forEach(payments::takeBackRefused);
    long batch = add(forgotten);
    files.addSentFile(series.partner(), series.folder(), forgotten.name(), new StoredBytes(forgotten.sha256(), forgotten.size()), batch,
        builtAt(forgotten));
    jdbc.sql(REMEMBER_PAYMENTS).param("batch", batch).update();
    ofSeries(RAISE_NUMBER, series).param("seq", forgotten.seq()).update();
    payments.reattach();
    return refused;
  }

  /** Those of the refused files of which payments wait for a person. */
  public List<Refused> refused(List<Long> batches) {
    return jdbc.sql(SUM_REFUSED).param("batches", new SqlArrayValue("int8", batches.toArray()))
        .query((r, n) -> new Refused(r.getLong("batch_id"), r.getString("partner"), r.getString("file_name"), r.getInt("payments"),
            r.getLong("dong"))).list();
  }

  /** Stages the payments of the file for the statements that follow. */
  private void carry(List<Manifest.Payment> payments) {
    jdbc.sql("create temporary table if not exists carried (end_to_end_id char(16), line integer) on commit drop").update();
    jdbc.sql("truncate carried").update();
    jdbc.sql("insert into carried (end_to_end_id, line) select * from unnest(:end_to_end_ids, :lines)")
        .param("end_to_end_ids", new SqlArrayValue("varchar", payments.stream().map(Manifest.Payment::endToEndId).toArray()))
        .param("lines", new SqlArrayValue("int4", payments.stream().map(Manifest.Payment::line).toArray())).update();
  }

  private long add(Manifest forgotten) {
    return ofSeries(ADD_BATCH, forgotten.series()).param("programme", forgotten.programme(), Types.VARCHAR)
        .param("period", date(forgotten.period()), Types.DATE).param("value_date", date(forgotten.valueDate()), Types.DATE)
        .param("answer_due_on", date(forgotten.answerDueOn()), Types.DATE).param("seq", forgotten.seq()).param("name", forgotten.name())
        .param("sha256", forgotten.sha256()).param("size", forgotten.size()).param("payment_count", forgotten.count())
        .param("total_vnd", forgotten.totalVnd()).param("built_at", Timestamp.from(builtAt(forgotten)))
        .param("retry_at", Timestamp.from(wallClock.instant()))
        .query(Long.class).single();
  }

  /** An earlier manifest states no time: then the file was made by its value date at the latest. */
  private Instant builtAt(Manifest forgotten) {
    Instant now = businessClock.instant();
    Instant valued = forgotten.valueDate() == null ? now : forgotten.valueDate().atStartOfDay(Zone.VIETNAM).toInstant();
    return forgotten.builtAt() != null ? forgotten.builtAt() : valued.isBefore(now) ? valued : now;
  }

  private StatementSpec ofSeries(String sql, Series series) {
    return jdbc.sql(sql).param("partner", series.partner()).param("kind", series.kind()).param("folder", series.folder());
  }

  private static Series series(ResultSet r) throws SQLException {
    return new Series(r.getString("partner"), r.getString("kind"), r.getString("folder"));
  }

  private static @Nullable LocalDate day(ResultSet r, String column) throws SQLException {
    Date day = r.getDate(column);
    return day == null ? null : day.toLocalDate();
  }

  private static @Nullable Date date(@Nullable LocalDate day) {
    return day == null ? null : Date.valueOf(day);
  }

  private Timestamp now() {
    return Timestamp.from(businessClock.instant());
  }
}
