package vn.chitra.hub.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/**
 * Puts payments into a batch and takes them back from it; each verb takes part in the caller's transaction. A payment in a batch is written
 * SENT: while the batch is OPEN it is BATCHED (view {@code current_payment}), and when the batch is built nothing of it is written.
 */
@Component
public class PaymentBatching {

  private static final String GATHER = SqlText.of("payout/gather-payments");
  /** Until the transaction ends: a plan that a session kept from when hardly a payment was there would read all of them for each. */
  private static final String PLAN_ANEW = "set local plan_cache_mode = force_custom_plan";
  private static final String LOCK_GATHERED = SqlText.of("payout/forget-gathered/01-lock");
  private static final String FORGET_GATHERED = SqlText.of("payout/forget-gathered/02-delete");
  private static final String HOLD = SqlText.of("payout/hold-batch-payments");
  private static final String NUMBER_LINES = SqlText.of("payout/number-batch-lines");
  private static final String REPLAN = SqlText.of("payout/replan-batch-payments");
  private static final String LOCK = SqlText.of("payout/take-back-refused/01-lock-payments");
  private static final String TAKE_BACK_REFUSED = SqlText.of("payout/take-back-refused/02-replan");
  private static final String REATTACH = SqlText.of("payout/reattach-payments");
  private static final String UNGATHER = SqlText.of("payout/ungather-payments");
  private static final String FREEZE = SqlText.of("payout/freeze-batch-payments");

  private final JdbcClient jdbc;
  private final RefusedFiles refusedFiles;
  private final Clock businessClock;

  PaymentBatching(JdbcTemplate jdbc, RefusedFiles refusedFiles, Clock businessClock) {
    this.jdbc = JdbcClient.create(jdbc);
    this.refusedFiles = refusedFiles;
    this.businessClock = businessClock;
  }

  /**
   * The values that waiting payments share.
   *
   * @param folder post office or commune, empty at a bank
   * @param period first day of the month
   */
  public record Shared(String folder, String programme, LocalDate period, LocalDate payFrom) {}

  /** Waiting payments, and the ids of the batches that they go into, one after another. */
  public record Group(List<Shared> payments, List<Long> batches) {}

  /** @param payments count, @param totalVnd dong */
  public record Load(int payments, long totalVnd) {}

  /**
   * PLANNED → BATCHED: puts the waiting payments of each group into its batches; locked payments, and those for which its batches have no
   * place left, stay PLANNED.
   *
   * @param releasedUntil only payments released up to then
   * @param nameCheckBanks banks at which only payments whose name was compared may go
   * @param most payments in one batch
   * @return count and total of each batch that got any, by its id
   */
  public Map<Long, Load> gather(String partner, Instant releasedUntil, Collection<String> nameCheckBanks, List<Group> groups, int most) {
    GatherArrays arrays = GatherArrays.of(groups);
    Map<Long, Load> loads = new HashMap<>();
    jdbc.sql(PLAN_ANEW).update();
    jdbc.sql(GATHER).param("partner", partner).param("released_until", Timestamp.from(releasedUntil))
        .param("name_check_banks", new SqlArrayValue("varchar", nameCheckBanks.toArray())).params(arrays.params())
        .param("most", most).param("now", now())
        .query(row -> {
          loads.put(row.getLong("batch_id"), new Load(row.getInt("payments"), row.getLong("total_vnd")));
        });
    return loads;
  }

  /** Payrolls in which the partner has no payment any more that was released up to then are not looked through again. */
  public void forgetGathered(String partner, Instant releasedUntil) {
    List<String> payrolls = new ArrayList<>();
    List<String> released = new ArrayList<>();
    jdbc.sql(LOCK_GATHERED).param("partner", partner).param("released_until", Timestamp.from(releasedUntil)).query(row -> {
      payrolls.add(row.getString("payroll_id"));
      released.add(row.getString("released_at"));
    });
    if (!payrolls.isEmpty()) {
      jdbc.sql(FORGET_GATHERED).param("partner", partner).param("payrolls", new SqlArrayValue("varchar", payrolls.toArray()))
          .param("released", new SqlArrayValue("text", released.toArray())).update();
    }
  }

  /**
   * Count and total of the batch, locked until the transaction ends: nobody takes a payment out of a file that is being written. This call
   * also locks every payment and numbers the lines of an open batch from 1 without a gap, after payments have left it. A batch gets its
   * number only after this call: whoever takes a payment out of it has locked the payment, too.
   */
  public Load hold(long batchId) {
    Load load = jdbc.sql(HOLD).param("batch", batchId).query(PaymentBatching::load).single();
    jdbc.sql(NUMBER_LINES).param("batch", batchId).update();
    return load;
  }

  private static Load load(ResultSet row, int number) throws SQLException {
    return new Load(row.getInt(1), row.getLong(2));
  }

  /** Out of a batch that was cancelled before it left → PLANNED, and unreleased: a person decides first. @return how many */
  public int replan(long batchId) {
    return move(REPLAN, batchId);
  }

  /** SENT, ACCEPTED → PLANNED, unreleased, for payments without a final status: the whole file was refused. @return how many */
  public int takeBackRefused(long batchId) {
    jdbc.sql(LOCK).param("batch", batchId).query(rs -> { });
    refusedFiles.refused(batchId);
    return move(TAKE_BACK_REFUSED, batchId);
  }

  /**
   * PLANNED, SENT or ACCEPTED → SENT for payments that left in a file which the database had forgotten: into that file's batch. @return
   * their ids
   */
  public List<String> reattach() {
    return jdbc.sql(REATTACH).param("now", now()).query(String.class).list();
  }

  /** BATCHED → PLANNED for all payments, before open batches are cancelled. */
  public void ungatherAll() {
    jdbc.sql(UNGATHER).param("now", now()).update();
  }

  /** The payments of the batch with these ids may not be batched again before a person has decided. */
  public void freeze(long batchId, Collection<String> endToEndIds) {
    jdbc.sql(FREEZE).param("batch", batchId).param("end_to_end_ids", new SqlArrayValue("varchar", endToEndIds.toArray())).update();
  }

  private int move(String sql, long batchId) {
    return jdbc.sql(sql).param("batch", batchId).param("now", now()).update();
  }

  private Timestamp now() {
    return Timestamp.from(businessClock.instant());
  }
}
