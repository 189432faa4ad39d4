package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.archive.SentJournal;
import vn.chitra.hub.batch.Manifest;
import vn.chitra.hub.batch.SendGate;
import vn.chitra.hub.fixture.HubFixture;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.repair.Outcome;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.support.Zone;

/** Money rule 11, step by step: what a crash leaves behind is healed, what was restored stops all sending. */
class SendGateIT {

  private static final String HASH = "ab".repeat(32);

  private HubStory story;
  private Books books;
  private SendGate gate;
  private Path journal;

  @BeforeEach
  void begin() {
    story = HubStory.begin();
    books = story.books();
    gate = HubFixture.get().bean(SendGate.class);
    journal = HubFixture.get().journal();
  }

  @AfterEach
  void leaveItOpen() {
    HubFixture.get().reset(HubFixture.get().clock().instant());
  }

  @Test
  void aNumberIsOnDiskBeforeItIsSending() throws IOException {
    String id = story.handOver(Channel.BANK, 500_000).get(0);
    story.gather();
    story.build();
    assertThat(Files.readAllLines(journal)).containsExactly("generation|1");
    story.startSending();
    assertThat(books.batchOf(id).state()).isEqualTo("SENDING");
    assertThat(Files.readAllLines(journal)).hasSize(2).last().asString().startsWith("1|agribank|PAYMENT||1|" + books.batchOf(id).sha256());
  }

  @Test
  void theFirstStartWritesWhatTheDatabaseKnows() throws IOException {
    story.sent(Channel.BANK, 500_000);
    Files.delete(journal);
    story.sql().update("update send_gate set generation = 0");
    start();
    assertThat(isStopped()).isFalse();
    assertThat(Files.readAllLines(journal)).hasSize(2).last().isEqualTo("generation|1");
    start();
    assertThat(isStopped()).isFalse();
  }

  @Test
  void aCrashBetweenTheNumberAndItsLineIsHealed() throws IOException {
    ready();
    story.handOver(Channel.BANK, 600_000);
    story.gather();
    story.build();
    start();
    assertThat(isStopped()).isFalse();
    assertThat(Files.readAllLines(journal)).hasSize(3);
  }

  @Test
  void aCrashBetweenTheLineAndSendingIsNothing() {
    ready();
    String id = story.handOver(Channel.BANK, 600_000).get(0);
    story.gather();
    story.build();
    start();
    assertThat(isStopped()).isFalse();
    story.startSending();
    assertThat(books.batchOf(id).state()).isEqualTo("SENDING");
  }

  @Test
  void aRestoredJournalStopsAllSending() throws IOException {
    ready();
    Files.write(journal, List.of("generation|1"));
    start();
    assertThat(isStopped()).isTrue();
    assertThat(books.cases()).containsExactly("RESTORED_DATABASE");
  }

  @Test
  void aJournalOfAnotherGenerationStopsAllSending() {
    ready();
    story.sql().update("update send_gate set generation = 2");
    start();
    assertThat(isStopped()).isTrue();
  }

  @Test
  void anEmptyDatabaseBesideAJournalStopsAllSending() throws IOException {
    ready();
    List<String> lines = Files.readAllLines(journal);
    HubFixture.get().reset(HubFixture.get().clock().instant());
    story.sql().update("update send_gate set generation = 0");
    Files.write(journal, lines);
    start();
    assertThat(isStopped()).isTrue();
  }

  @Test
  void aNumberThatTheJournalHasGivenAlreadyIsNotGivenAgainWhileTheHubRuns() {
    ready();
    String id = story.handOver(Channel.BANK, 600_000).get(0);
    story.gather();
    story.sql().execute("alter table file_sequence disable trigger user; delete from file_sequence;"
        + " alter table file_sequence enable trigger user");
    story.build();
    assertThat(books.payment(id)).isEqualTo("BATCHED");
    assertThat(isStopped()).isTrue();
  }

  @Test
  void aNumberThatWasSentBeforeAndIsMissingInTheJournalIsNotSentAgain() throws IOException {
    String id = story.handOver(Channel.BANK, 500_000).get(0);
    story.gather();
    story.build();
    story.startSending();
    story.sql().update("update batch set state = 'IN_DOUBT', version = version + 1");
    Files.write(journal, List.of("generation|1"));
    story.startSending();
    assertThat(books.batchOf(id).state()).isEqualTo("IN_DOUBT");
    assertThat(isStopped()).isTrue();
  }

  @Test
  void repliesToAForgottenFileAreAppliedOnceItIsKnown() throws IOException {
    story.sent(Channel.BANK, 500_000);
    String id = story.handOver(Channel.BANK, 600_000).get(0);
    Books.BatchRow lost = lost(2, id);
    start();
    Books.BatchRow never = new Books.BatchRow(0, "SENT", 9, "CT_PTCTXH_20261103_000009.csv", HASH, "", false, false);
    assertThat(story.feedUnbalanced(BankMessages.ack(lost, 1, true, "00"))).isEqualTo("SET_ASIDE");
    assertThat(story.feedUnbalanced(BankMessages.part(lost, 1, true, credited(id)))).isEqualTo("SET_ASIDE");
    assertThat(story.feedUnbalanced(BankMessages.part(never, 1, true, credited(id)))).isEqualTo("SET_ASIDE");
    assertThat(books.cases()).containsExactlyInAnyOrder("FILE_UNKNOWN_BATCH", "FILE_UNKNOWN_BATCH", "FILE_UNKNOWN_BATCH",
        "RESTORED_DATABASE");
    long unknown = story.sql().queryForObject("select min(case_id) from case_record where kind = 'FILE_UNKNOWN_BATCH'", Long.class);
    assertThat(story.wish(RepairAction.CLOSE_CASE, unknown)).as("it ends with the release").isInstanceOf(Outcome.Refused.class);
    story.sql().update("delete from outbox");

    gate.release();

    assertThat(story.sql().queryForObject("select count(*) from outbox where destination = 'hub.inbound.file'", Integer.class))
        .isEqualTo(3);
    story.confirm();
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.batchOf(id).state()).isEqualTo("ACKNOWLEDGED");
    assertThat(books.cases()).containsExactlyInAnyOrder("FILE_UNKNOWN_BATCH", "RESTORED_DATABASE");
  }

  @Test
  void aPaymentBookedBeforeTheReleaseKeepsItsDay() throws IOException {
    story.sent(Channel.BANK, 500_000);
    String id = story.handOver(Channel.BANK, 600_000).get(0);
    Books.BatchRow lost = lost(2, id);
    start();
    story.itIs(LocalDate.of(2026, 11, 9));
    gate.release();

    story.feedUnbalanced(BankMessages.part(lost, 1, true, new BankMessages.Line(id, 600_000, "00", "FT00", "20261104", "")));

    assertThat(story.sql().queryForObject("select paid_on::text from payment where end_to_end_id = ?", String.class, id))
        .isEqualTo("2026-11-04");
    assertThat(books.cases()).containsExactly("RESTORED_DATABASE");
  }

  private BankMessages.Line credited(String id) {
    return new BankMessages.Line(id, 600_000, "00", "FT00", story.today().toString().replace("-", ""), "");
  }

  /** The journal and the archive know a file with that payment, the database does not. */
  private Books.BatchRow lost(int seq, String payment) throws IOException {
    SentJournal.Series series = new SentJournal.Series("agribank", "PAYMENT", "");
    Manifest manifest = new Manifest(series, seq, HASH, 200, "CT_PTCTXH_20261103_%06d.csv".formatted(seq), "BTXH",
        HubStory.NOVEMBER.atDay(1), HubStory.NOVEMBER.atDay(3), story.today().plusDays(3), 1, 600_000,
        LocalDate.of(2026, 11, 3).atTime(9, 0).atZone(Zone.VIETNAM).toInstant(), List.of(new Manifest.Payment(1, payment)));
    String stored = story.bean(Archive.class).store(new ByteArrayInputStream(manifest.bytes())).sha256();
    story.bean(SentJournal.class).append(new SentJournal.Entry(1, series, seq, HASH, stored));
    return new Books.BatchRow(0, "SENT", seq, manifest.name(), HASH, "", false, false);
  }

  private void ready() {
    story.sent(Channel.BANK, 500_000);
    start();
    assertThat(isStopped()).isFalse();
  }

  private void start() {
    gate.afterSingletonsInstantiated();
  }

  private boolean isStopped() {
    return !story.sql().queryForObject("select open from send_gate", Boolean.class);
  }
}
