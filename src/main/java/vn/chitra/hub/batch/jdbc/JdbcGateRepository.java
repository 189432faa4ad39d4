package vn.chitra.hub.batch.jdbc;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.archive.SentJournal.Series;
import vn.chitra.hub.batch.GateRepository;
import vn.chitra.hub.batch.Manifest;

@Component
class JdbcGateRepository implements GateRepository {

  private static final String ADOPT = """
      insert into batch (partner, kind, folder, programme, period, value_date, answer_due_on, state, seq, file_name, file_sha256, file_size,
        payment_count, total_vnd, upload_attempt, opened_at, built_at, retry_at)
      values (?, ?, ?, ?, ?, ?, ?, 'IN_DOUBT', ?, ?, ?, ?, ?, ?, 1, ?, ?, ?) returning batch_id""";

  private static final String REGISTER = """
      insert into file (direction, partner, folder, name, sha256, size_bytes, content_key, state, batch_id, received_at)
      values ('OUT', ?, ?, ?, ?, ?, ?, 'DONE', ?, ?) on conflict (direction, partner, content_key) do nothing""";

  /** A payment travels twice under one id only when the first file was refused. */
  private static final String REFUSE_EARLIER = """
      update batch b set state = 'REFUSED', retry_at = null, version = version + 1
      where b.state in ('BUILT', 'SENDING', 'IN_DOUBT', 'SENT', 'ACKNOWLEDGED', 'WAITING_FUNDS') and b.batch_id in (
        select l.batch_id from payment l join carried using (end_to_end_id) where l.state in ('SENT', 'ACCEPTED')
        union select o.batch_id from payment_already_out o join carried using (end_to_end_id))""";

  private static final String REMEMBER = """
      insert into payment_already_out (end_to_end_id, batch_id, batch_line) select end_to_end_id, ?, line from carried
      on conflict (end_to_end_id) do update set batch_id = excluded.batch_id, batch_line = excluded.batch_line""";

  private final JdbcTemplate jdbc;
  private final JdbcBatchPayments payments;
  private final Clock businessClock;
  private final Clock wallClock;

  JdbcGateRepository(JdbcTemplate jdbc, JdbcBatchPayments payments, Clock businessClock, @Qualifier("wallClock") Clock wallClock) {
    this.jdbc = jdbc;
    this.payments = payments;
    this.businessClock = businessClock;
    this.wallClock = wallClock;
  }

  @Override
  public State state() {
    return state("");
  }

  @Override
  public State lock() {
    return state(" for update");
  }

  private State state(String locking) {
    return jdbc.query("select generation, open from send_gate" + locking, (r, n) -> new State(r.getInt(1), r.getBoolean(2))).stream()
        .findFirst().orElseThrow(() -> new IllegalStateException("send_gate has lost its row"));
  }

  @Override
  public void stop(String why) {
    jdbc.update("update send_gate set open = false, stopped_at = ?, why = ? where open", now(), why);
  }

  @Override
  public void open(int generation) {
    jdbc.update("update send_gate set open = true, stopped_at = null, why = null, generation = ?", generation);
  }

  @Override
  public int lastNumber(Series series) {
    return jdbc.queryForList("select last_seq from file_sequence where partner = ? and kind = ? and folder = ?", Integer.class,
        series.partner(), series.kind(), series.folder()).stream().findFirst().orElse(0);
  }

  @Override
  public List<Numbered> numbers() {
    return jdbc.query("select batch_id, partner, kind, folder, seq, file_sha256, upload_attempt > 0 or state <> 'BUILT' as sent from batch"
            + " where seq is not null order by batch_id",
        (r, n) -> new Numbered(r.getLong(1), series(r), r.getInt("seq"), r.getString("file_sha256"), r.getBoolean("sent")));
  }

  @Override
  public Manifest manifestOf(long batchId) {
    List<Manifest.Payment> payments = jdbc.query("select batch_line, end_to_end_id from payment where batch_id = ? order by batch_line",
        (r, n) -> new Manifest.Payment(r.getInt(1), r.getString(2)), batchId);
    return Objects.requireNonNull(jdbc.queryForObject("select * from batch where batch_id = ?", (r, n) -> new Manifest(series(r),
        r.getInt("seq"), r.getString("file_sha256"), r.getLong("file_size"), r.getString("file_name"), r.getString("programme"),
        day(r, "period"), day(r, "value_date"), day(r, "answer_due_on"), r.getInt("payment_count"), r.getLong("total_vnd"), payments),
            batchId));
  }

  @Override
  public void emptyOpenBatches() {
    jdbc.update("update payment set state = 'PLANNED', batch_id = null, batch_line = null, updated_at = ? where state = 'BATCHED'", now());
    jdbc.update("update batch set state = 'CANCELLED', version = version + 1 where state = 'OPEN'");
  }

  @Override
  public void adopt(Manifest forgotten) {
    jdbc.execute("select set_config('hub.restoring', 'yes', true)");
    Series series = forgotten.series();
    jdbc.execute("create temporary table if not exists carried (end_to_end_id char(16), line integer) on commit drop");
    jdbc.execute("truncate carried");
    jdbc.batchUpdate("insert into carried (end_to_end_id, line) values (?, ?)", forgotten.payments(), 1_000, (row, payment) -> {
      row.setString(1, payment.endToEndId());
      row.setInt(2, payment.line());
    });
    jdbc.update(REFUSE_EARLIER);
    Long batch = jdbc.queryForObject(ADOPT, Long.class, series.partner(), series.kind(), series.folder(), forgotten.programme(),
        date(forgotten.period()), date(forgotten.valueDate()), date(forgotten.answerDueOn()), forgotten.seq(), forgotten.name(),
        forgotten.sha256(), forgotten.size(), forgotten.count(), forgotten.totalVnd(), now(), now(), Timestamp.from(wallClock.instant()));
    jdbc.update(REGISTER, series.partner(), series.folder(), forgotten.name(), forgotten.sha256(), forgotten.size(), forgotten.sha256(),
        batch, now());
    jdbc.update(REMEMBER, batch);
    jdbc.update("insert into file_sequence as s (partner, kind, folder, last_seq) values (?, ?, ?, ?) on conflict (partner, kind, folder)"
        + " do update set last_seq = greatest(s.last_seq, excluded.last_seq)", series.partner(), series.kind(), series.folder(),
        forgotten.seq());
    payments.reattach();
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
