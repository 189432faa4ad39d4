package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import vn.chitra.hub.batch.GateRepository;
import vn.chitra.hub.fixture.HubFixture;
import vn.chitra.hub.inbound.BankMessages.Line;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.payout.PaymentBatching;

/**
 * That a payment is BATCHED follows from its batch. Whoever takes one out of an open batch and whoever builds the batch at the same moment
 * wait for each other by the payment's lock, and the second sees what the first did.
 */
class OpenBatchRacesIT {

  private static final String LEAVES = "update payment set state = 'PLANNED', frozen = true, batch_id = null, batch_line = null"
      + " where end_to_end_id = '%s'";

  private final HubStory story = HubStory.begin();
  private final Books books = story.books();
  private Connection other;

  @BeforeEach
  void connect() throws SQLException {
    other = HubFixture.get().connect();
    other.setAutoCommit(false);
  }

  @AfterEach
  void close() throws SQLException {
    other.close();
  }

  @Test
  void aFileIsBuiltWithoutThePaymentThatIsJustTakenOut() throws Exception {
    List<String> ids = story.handOver(Channel.BANK, 500_000, 600_000);
    story.gather();
    run(LEAVES.formatted(ids.get(0)));
    CompletableFuture<Void> build = CompletableFuture.runAsync(story::build);
    awaitOneThatWaits();
    other.commit();
    build.get(30, TimeUnit.SECONDS);
    assertThat(books.payment(ids.get(0))).isEqualTo("PLANNED");
    assertThat(books.payment(ids.get(1))).isEqualTo("SENT");
    assertThat(story.sql().queryForObject("select payment_count from batch where state = 'BUILT'", Integer.class)).isEqualTo(1);
  }

  @Test
  void aPaymentDoesNotLeaveTheFileThatIsJustBuilt() throws Exception {
    String id = story.handOver(Channel.BANK, 500_000).get(0);
    story.gather();
    buildWithoutCommit(id);
    CompletableFuture<Integer> leaves = CompletableFuture.supplyAsync(() -> story.sql().update(LEAVES.formatted(id)));
    awaitOneThatWaits();
    other.commit();
    assertThatThrownBy(() -> leaves.get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(DataAccessException.class).hasMessageContaining("which has its number");
    assertThat(books.payment(id)).isEqualTo("SENT");
  }

  /** The first payment turns out to be paid while the file with the second is built: the second is out, and persons hear of it. */
  @Test
  void aSuccessorInTheFileThatIsJustBuiltIsNotFrozen() throws Exception {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    Books.BatchRow first = books.batchOf(id);
    story.feed(BankMessages.part(first, 1, true, Line.of(id, 500_000, "01")));
    String next = story.payouts().anotherPayment(id, Channel.BANK);
    story.gather();
    assertThat(books.payment(next)).isEqualTo("BATCHED");
    buildWithoutCommit(next);
    CompletableFuture<String> paid = CompletableFuture.supplyAsync(
        () -> story.feed(BankMessages.part(first, 2, true, Line.of(id, 500_000, "00"))));
    awaitOneThatWaits();
    other.commit();
    paid.get(30, TimeUnit.SECONDS);
    assertThat(books.payment(id)).isEqualTo("PAID_IN_ERROR");
    assertThat(books.paymentRow(next)).containsEntry("frozen", false).containsEntry("state", "SENT");
    assertThat(books.cases()).contains("PAID_IN_ERROR");
  }

  /** A gathering that began before a restored database learned of the file has filled the open batch. */
  @Test
  void aPaymentThatLeftInAForgottenFileDoesNotLeaveInTheOpenBatch() {
    Books.BatchRow forgotten = books.batchOf(story.sent(Channel.BANK, 500_000).get(0));
    List<String> ids = story.handOver(Channel.BANK, 600_000, 700_000);
    story.gather();
    story.sql().update("insert into payment_already_out (end_to_end_id, batch_id, batch_line) values (?, ?, 2)", ids.get(0), forgotten.id());
    HubFixture.get().bean(PaymentBatching.class).reattach();
    story.build();
    assertThat(books.batchOf(ids.get(0)).id()).isEqualTo(forgotten.id());
    assertThat(story.sql().queryForObject("select payment_count from batch where state = 'BUILT'", Integer.class)).isEqualTo(1);
  }

  /** A gathering commits while a release empties the open batches: what it filled stays open, and is built later. */
  @Test
  void aBatchThatIsFilledWhileOpenBatchesAreEmptiedStaysOpen() throws Exception {
    String emptied = story.handOver(Channel.BANK, 500_000).get(0);
    story.gather();
    String gathered = story.handOver(Channel.BANK, 600_000).get(0);
    run("select 1 from payment where end_to_end_id = '" + emptied + "' for update");
    run("insert into batch (partner, kind, state, payment_count, total_vnd, value_date, opened_at)"
        + " select partner, kind, state, 1, 600000, value_date, opened_at from batch where state = 'OPEN'");
    run("update payment set state = 'SENT', batch_id = (select max(batch_id) from batch), batch_line = 1"
        + " where end_to_end_id = '" + gathered + "'");
    CompletableFuture<Void> release = CompletableFuture.runAsync(HubFixture.get().bean(GateRepository.class)::emptyOpenBatches);
    awaitOneThatWaits();
    other.commit();
    release.get(30, TimeUnit.SECONDS);
    assertThat(books.payment(emptied)).isEqualTo("PLANNED");
    assertThat(books.payment(gathered)).isEqualTo("BATCHED");
    assertThat(story.sql().queryForList("select state from batch order by batch_id", String.class)).containsExactly("CANCELLED", "OPEN");
  }

  /** As {@code batch.BuildBatch} does: the batch, then its payments, then the number. */
  private void buildWithoutCommit(String id) throws SQLException {
    long batch = story.sql().queryForObject("select batch_id from payment where end_to_end_id = ?", Long.class, id);
    run("select 1 from batch where batch_id = " + batch + " for no key update");
    run("select 1 from payment where batch_id = " + batch + " order by payment_id for update");
    run("insert into file_sequence as s (partner, kind, folder, last_seq) select partner, kind, folder, 1 from batch"
        + " where batch_id = " + batch + " on conflict (partner, kind, folder) do update set last_seq = s.last_seq + 1");
    run("update batch b set state = 'BUILT', seq = s.last_seq, file_name = 'CT', file_sha256 = repeat('a', 64), file_size = 1,"
        + " built_at = now() from file_sequence s where b.batch_id = " + batch
        + " and (s.partner, s.kind, s.folder) = (b.partner, b.kind, b.folder)");
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = other.createStatement()) {
      statement.execute(sql);
    }
  }

  private void awaitOneThatWaits() {
    await().atMost(Duration.ofSeconds(30)).until(this::somebodyWaits);
  }

  private boolean somebodyWaits() throws SQLException {
    try (Statement look = other.createStatement();
        ResultSet waiting = look.executeQuery("select exists (select from pg_locks where not granted)")) {
      waiting.next();
      return waiting.getBoolean(1);
    }
  }
}
