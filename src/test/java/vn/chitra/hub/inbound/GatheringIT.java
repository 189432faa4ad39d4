package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chitra.hub.fixture.HubFixture;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.payout.PaymentBatching;
import vn.chitra.hub.payout.ReleasePayroll;

/** Gathering looks through the payrolls that the table payroll_to_gather names, and nothing that may travel is missing there. */
class GatheringIT {

  private static final int MANY_ENOUGH_FOR_A_KEPT_PLAN = 15;
  private static final int MANY = 400;
  /** As on a hub just installed; other tests leave empty pages, and statistics that count them say one row however many come. */
  private static final String FEW_ON_ONE_PAGE = "vacuum (full, analyze) payment, payout, payroll, batch";
  private static final String NOTE = "select note_to_gather('" + HubStory.BANK + "', '%s', '-infinity')";

  private HubStory story;
  private Connection other;

  @BeforeEach
  void begin() throws SQLException {
    story = HubStory.begin();
    other = HubFixture.get().connect();
    other.setAutoCommit(false);
  }

  @AfterEach
  void end() throws SQLException {
    other.close();
  }

  @Test
  void whatIsGatheredIsNotLookedThroughAgain() {
    story.handOver(Channel.BANK, 500_000, 600_000);
    assertThat(noted()).hasSize(1);

    story.gather();

    assertThat(noted()).isEmpty();
  }

  @Test
  void aFrozenPaymentIsLookedForAgainWhenItMayTravel() {
    String payroll = story.payouts().take(Channel.BANK, 500_000);
    story.plan(payroll);
    story.sql().update("update payment set frozen = true");
    story.sql().update("delete from payroll_to_gather");

    story.sql().update("update payment set frozen = false");

    assertThat(noted()).containsExactly(HubStory.BANK + " " + payroll);
  }

  @Test
  void aPaymentThatCameBackIsLookedForAgainWhenPersonsReleaseIt() {
    story.handOver(Channel.BANK, 500_000);
    story.send();
    assertThat(noted()).isEmpty();
    story.sql().update("update batch set state = 'REFUSED'");
    story.sql().update("update payment set state = 'PLANNED', came_back_from = batch_id, batch_id = null, batch_line = null,"
        + " released_at = null");
    assertThat(noted()).isEmpty();

    story.sql().update("update payment set released_at = updated_at");

    assertThat(noted()).hasSize(1);
  }

  /** Payments are being planned in a payroll that gathering has just looked through: its row stays. */
  @Test
  void aPayrollIntoWhichPaymentsAreJustBeingPlannedStays() throws SQLException {
    story.handOver(Channel.BANK, 500_000);
    String payroll = story.sql().queryForObject("select payroll_id from payroll_to_gather", String.class);
    try (Statement planning = other.createStatement()) {
      planning.execute(NOTE.formatted(payroll));
      story.gather();
    }
    other.commit();

    assertThat(noted()).containsExactly(HubStory.BANK + " " + payroll);
  }

  /** Of one payroll one row is held by planning and another is done: the held one is neither waited for nor deleted. */
  @Test
  void onlyTheRowsThatWereLookedThroughAreDeleted() throws Exception {
    story.handOver(Channel.BANK, 500_000);
    String payroll = story.sql().queryForObject("select payroll_id from payroll_to_gather", String.class);
    story.sql().update("insert into payroll_to_gather values (?, ?, '2026-01-01')", HubStory.BANK, payroll);
    try (Statement planning = other.createStatement()) {
      planning.execute(NOTE.formatted(payroll));
      CompletableFuture.runAsync(story::gather).get(20, TimeUnit.SECONDS);
    }
    other.commit();

    assertThat(noted()).containsExactly(HubStory.BANK + " " + payroll);
  }

  /** The row is just being deleted when further payments are planned: it is written anew. */
  @Test
  void aRowThatIsJustBeingDeletedIsWrittenAnew() throws Exception {
    story.handOver(Channel.BANK, 500_000);
    String payroll = story.sql().queryForObject("select payroll_id from payroll_to_gather", String.class);
    try (Statement gathering = other.createStatement()) {
      gathering.execute("delete from payroll_to_gather");
      CompletableFuture<Void> planning = CompletableFuture.runAsync(() -> story.sql().execute(NOTE.formatted(payroll)));
      await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaits);
      other.commit();
      planning.get();
    }

    assertThat(noted()).containsExactly(HubStory.BANK + " " + payroll);
  }

  /** Five payments of one day in batches of two, in the order of their lines, beside one of another day: all by one statement. */
  @Test
  void eachGroupFillsItsOwnBatchesOneAfterAnother() {
    String five = story.payouts().take(Channel.BANK, 100_000, 200_000, 300_000, 400_000, 500_000);
    String another = story.payouts().take(Channel.BANK, 600_000);
    story.sql().update("update payout set pay_from = pay_from + 1 where payroll_id = ?", another);
    planAndRelease(five);
    planAndRelease(another);

    Map<Long, PaymentBatching.Load> loads = gather(2, group(five, 3), group(another, 1));

    assertThat(loads.values()).containsExactlyInAnyOrder(new PaymentBatching.Load(2, 300_000), new PaymentBatching.Load(2, 700_000),
        new PaymentBatching.Load(1, 500_000), new PaymentBatching.Load(1, 600_000));
    assertThat(batched()).containsExactly("1.1 100000", "1.2 200000", "2.1 300000", "2.2 400000", "3.1 500000", "4.1 600000");
  }

  /** More payments came since they were counted: they stay planned, and their payroll is looked through again. */
  @Test
  void whatItsBatchesDoNotTakeWaits() {
    String payroll = story.payouts().take(Channel.BANK, 100_000, 200_000, 300_000);
    planAndRelease(payroll);

    gather(2, group(payroll, 1));

    assertThat(batched()).containsExactly("1.1 100000", "1.2 200000");
    assertThat(story.sql().queryForObject("select state from payment where amount_vnd = 300000", String.class)).isEqualTo("PLANNED");
    assertThat(noted()).containsExactly(HubStory.BANK + " " + payroll);
  }

  /** Many payments were planned since the statistics were taken: each is fetched a few times, not once for each other. */
  @Test
  void whatItReadsGrowsWithThePaymentsAlthoughStatisticsDoNotKnowThemYet() {
    story.handOver(Channel.BANK, 100_000);
    story.sql().execute(FEW_ON_ONE_PAGE);
    String payroll = story.payouts().take(Channel.BANK, LongStream.rangeClosed(1, MANY).map(no -> no * 1_000).toArray());
    planAndRelease(payroll);
    PaymentBatching.Group group = group(payroll, 1);

    long read = new TransactionTemplate(HubFixture.get().bean(PlatformTransactionManager.class)).execute(status -> {
      long before = paymentsRead();
      assertThat(gather(MANY, group).values()).extracting(PaymentBatching.Load::payments).containsExactly(MANY);
      return paymentsRead() - before;
    });

    assertThat(read).isLessThan(8 * MANY);
  }

  /** The sessions of a hub that was just installed prepared the statement when hardly a payment was there. */
  @Test
  void aPlanForAFewPaymentsIsNotKeptForMany() {
    String few = story.payouts().take(Channel.BANK, 100_000);
    planAndRelease(few);
    story.sql().execute(FEW_ON_ONE_PAGE);
    PaymentBatching.Group one = group(few, 1);
    TransactionTemplate transaction = new TransactionTemplate(HubFixture.get().bean(PlatformTransactionManager.class));
    for (int times = 0; times < MANY_ENOUGH_FOR_A_KEPT_PLAN; times++) {
      transaction.executeWithoutResult(status -> {
        gather(1, one);
        status.setRollbackOnly();
      });
    }
    String payroll = story.payouts().take(Channel.BANK, LongStream.rangeClosed(1, MANY).map(no -> no * 1_000).toArray());
    planAndRelease(payroll);
    PaymentBatching.Group group = group(payroll, 1);

    long read = transaction.execute(status -> {
      long before = paymentsRead();
      gather(MANY, group);
      return paymentsRead() - before;
    });

    assertThat(read).isLessThan(8 * MANY);
  }

  /** By PostgreSQL's own count of this session. */
  private long paymentsRead() {
    return story.sql().queryForObject("select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables"
        + " where relname = 'payment'", Long.class);
  }

  private void planAndRelease(String payroll) {
    story.plan(payroll);
    HubFixture.get().bean(ReleasePayroll.class).release(payroll);
  }

  /** The payments of a payroll, and so many new batches. */
  private PaymentBatching.Group group(String payroll, int batches) {
    PaymentBatching.Shared shared = story.sql().queryForObject("select distinct l.folder, p.programme, p.period, p.pay_from from payment l"
        + " join payout p using (payout_id) where p.payroll_id = ?", (row, n) -> new PaymentBatching.Shared(row.getString(1),
            row.getString(2), row.getDate(3).toLocalDate(), row.getDate(4).toLocalDate()), payroll);
    return new PaymentBatching.Group(List.of(shared), story.sql().queryForList("insert into batch (partner, kind, state, payment_count,"
        + " total_vnd, opened_at) select ?, 'PAYMENT', 'OPEN', 0, 0, now() from generate_series(1, ?) returning batch_id", Long.class,
        HubStory.BANK, batches));
  }

  private Map<Long, PaymentBatching.Load> gather(int most, PaymentBatching.Group... groups) {
    Instant later = Instant.parse("2030-01-01T00:00:00Z");
    return HubFixture.get().bean(PaymentBatching.class).gather(HubStory.BANK, later, List.of(), List.of(groups), most);
  }

  private List<String> batched() {
    return story.sql().queryForList("select dense_rank() over (order by batch_id) || '.' || batch_line || ' ' || amount_vnd"
        + " from current_payment where current_state = 'BATCHED' order by batch_id, batch_line", String.class);
  }

  private boolean somebodyWaits() throws SQLException {
    try (Statement look = other.createStatement();
        ResultSet waiting = look.executeQuery("select exists (select from pg_locks where not granted)")) {
      waiting.next();
      return waiting.getBoolean(1);
    }
  }

  private List<String> noted() {
    return story.sql().queryForList("select partner || ' ' || payroll_id from payroll_to_gather order by 1", String.class);
  }
}
