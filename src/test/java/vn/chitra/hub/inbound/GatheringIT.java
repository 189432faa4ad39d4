package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.fixture.HubFixture;
import vn.chitra.hub.payout.Channel;

/** Gathering looks through the payrolls that the table payroll_to_gather names, and nothing that may travel is missing there. */
class GatheringIT {

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
