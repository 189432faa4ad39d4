package vn.chitra.hub.channel.bankapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.chitra.hub.channel.bankapi.ApiStory.SOON;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.batch.Upload;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Outcome;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Repairs;
import vn.chitra.hub.repair.Role;
import vn.chitra.hub.sim.bankapi.ApiAction;

/** Contract §4.3: what the bank's API may answer to a bulk, row by row, against a bank that remembers everything. */
class BankApiBulkIT {

  @TempDir
  private static Path data;

  private static ApiStory story;

  @BeforeAll
  static void aHubAndABank() throws Exception {
    story = new ApiStory(data);
  }

  @AfterAll
  static void end() throws Exception {
    story.close();
  }

  @AfterEach
  void theHubKeptTheContract() {
    assertThat(story.violations()).isEmpty();
  }

  @Test
  void aTakenBulkIsSentWithTheBanksIdAsItsProofAndExactlyTheArchivedBytes() throws Exception {
    int seq = story.next();
    List<String> ids = story.payments(ApiStory.PLAIN_BIN, 500_000, 600_000);
    story.awaitBatch(seq, "SENT");
    assertThat(story.batch(seq).get("bulk_id").toString()).startsWith("BLK-mb-");
    assertThat(story.batch(seq)).containsEntry("file_name", "PTCTXH-%06d.json".formatted(seq)).containsEntry("payment_count", 2);
    Map<String, Object> kept = story.bankBooks().queryForMap("select * from api_bulk where partner = 'mb' and seq = ?", seq);
    assertThat(kept.get("sha256")).isEqualTo(story.batch(seq).get("file_sha256"));
    assertThat(kept.get("key").toString()).hasSize(64);
    assertThat(new String(story.archived(seq))).startsWith("{\"clientBulkId\":\"PTCTXH-%06d\",\"valueDate\":\"2026-11-".formatted(seq))
        .contains("\"currency\":\"VND\",\"count\":2,\"total\":1100000,\"transfers\":[{\"endToEndId\":\"" + ids.get(0));
    assertThat(story.payment(ids.get(0))).isEqualTo("SENT");
  }

  @ParameterizedTest
  @EnumSource(names = {"BOOKED_THEN_500", "BOOKED_THEN_CUT", "BOOKED_THEN_ENDLESS", "BOOKED_THEN_ENDLESS_ZIPPED"})
  void anUnknownOutcomeIsQueriedAboutAndABulkThatStandsIsNotSentAgain(ApiAction action) {
    int seq = story.next(action);
    int before = story.heard();
    story.payments(ApiStory.PLAIN_BIN, 500_000);
    story.awaitBatch(seq, "SENT");
    assertThat(story.posts(before)).isEqualTo(1);
    assertThat(story.calls(before, "GET /v1/bulk-transfers 200")).isNotEmpty();
    assertThat(story.bankBooks().queryForObject("select count(*) from instruction where partner = 'mb' and seq = ?", Integer.class, seq))
        .isEqualTo(1);
  }

  @Test
  void aBulkThatIsNotKnownYetGoesAgainWithTheSameKeyAndBody() {
    int seq = story.next(ApiAction.DOWN_ONCE);
    int before = story.heard();
    story.payments(ApiStory.PLAIN_BIN, 500_000);
    story.awaitBatch(seq, "SENT");
    assertThat(story.calls(before, "")).containsSubsequence("POST /v1/bulk-transfers 503", "GET /v1/bulk-transfers 404",
        "POST /v1/bulk-transfers 202");
    assertThat(story.batch(seq)).containsEntry("upload_attempt", 2);
  }

  @Test
  void tooManyRequestsWaitAsLongAsTheBankQueries() {
    int seq = story.next(ApiAction.BUSY_ONCE);
    story.payments(ApiStory.PLAIN_BIN, 500_000);
    await().atMost(SOON).until(() -> "IN_DOUBT".equals(story.batch(seq).get("state")));
    Instant doubtful = Instant.now();
    story.awaitBatch(seq, "SENT");
    assertThat(Duration.between(doubtful, Instant.now())).isGreaterThan(Duration.ofMillis(1_500)).isLessThan(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @CsvSource({"TOKEN_ENDED_ONCE, 401", "FORBIDDEN_ONCE, 403"})
  void aRefusedTokenIsRenewedAndTheSamePostMadeAgain(ApiAction action, int status) {
    int seq = story.next(action);
    int before = story.heard();
    int tokens = story.server().tokensGiven();
    story.payments(ApiStory.PLAIN_BIN, 500_000);
    story.awaitBatch(seq, "SENT");
    assertThat(story.calls(before, "POST")).containsSubsequence("POST /v1/bulk-transfers " + status, "POST /oauth2/token 200",
        "POST /v1/bulk-transfers 202");
    assertThat(story.server().tokensGiven()).isGreaterThan(tokens);
    assertThat(story.batch(seq)).containsEntry("upload_attempt", 1);
  }

  @Test
  void tokensThatAllEndedAreRenewed() {
    story.server().endTokens();
    int seq = story.next();
    story.payments(ApiStory.PLAIN_BIN, 500_000);
    story.awaitBatch(seq, "SENT");
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSE_F2", "REFUSE_F3"})
  void aRefusedBulksPaymentsTravelAgainUnderTheSameIdsWhenAPersonReleasesThem(ApiAction action) {
    int seq = story.next(action);
    String id = story.payments(ApiStory.PLAIN_BIN, 500_000).get(0);
    story.awaitBatch(seq, "REFUSED");
    assertThat(story.payment(id)).isEqualTo("PLANNED");
    assertThat(story.sql().queryForMap("select released_at, batch_id from payment where end_to_end_id = ?", id))
        .containsEntry("released_at", null).containsEntry("batch_id", null);
    assertThat(story.casesOfBatch(seq)).containsExactly("BATCH_REFUSED");
    int next = story.next();
    story.sql().update("update payment set released_at = '2026-11-18 01:00Z' where end_to_end_id = ?", id);
    story.awaitBatch(next, "SENT");
    assertThat(story.payment(id)).isEqualTo("SENT");
  }

  /** The reply to a late attempt, or to a query: the bank holds what it refused. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRefusedBulkThatTheBankHoldsAfterAllFreezesItsPayments(boolean queried) throws Exception {
    int seq = story.next(ApiAction.REFUSE_F2);
    String id = story.payments(ApiStory.PLAIN_BIN, 500_000).get(0);
    story.awaitBatch(seq, "REFUSED");
    Map<String, Object> batch = story.batch(seq);
    long number = (long) batch.get("batch_id");
    String name = String.valueOf(batch.get("file_name"));
    BulkReply.Held held = new BulkReply.Held("LATE-" + seq, queried ? 200 : 202, "{\"bulkId\":\"LATE\"}".getBytes(StandardCharsets.UTF_8));
    if (queried) {
      story.bean(SettleBulk.class).found(number, BulkName.ofFile(name).orElseThrow(), held);
    } else {
      story.bean(SettleBulk.class).settle(new Upload(number, ApiStory.BANK, ApiStory.BANK, "", name, Path.of(name),
          String.valueOf(batch.get("file_sha256")), 1, 9), held);
    }
    assertThat(story.casesOfBatch(seq)).containsExactlyInAnyOrder("BATCH_REFUSED", "REFUSED_FILE_ANSWERED");
    assertThat(story.sql().queryForMap("select state, frozen from payment where end_to_end_id = ?", id)).containsEntry("state", "PLANNED")
        .containsEntry("frozen", true);
    story.sql().update("update api_bulk set bulk_id = null where batch_id = ?", number);
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSE_STRANGELY", "TEAPOT", "NAME_KNOWN", "KEY_KNOWN"})
  void anyOtherClientErrorIsDoubtThatAPersonSeesAndNoPaymentMoves(ApiAction action) {
    int seq = story.next(action);
    int before = story.heard();
    String id = story.payments(ApiStory.PLAIN_BIN, 500_000).get(0);
    await().atMost(SOON).until(() -> story.casesOfBatch(seq).equals(List.of("BATCH_IN_DOUBT")));
    assertThat(story.batch(seq)).containsEntry("state", "IN_DOUBT").containsEntry("retry_at", null);
    assertThat(story.payment(id)).isEqualTo("SENT");
    await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> story.posts(before) == 1);
  }

  @Test
  void idsThatStandAlreadyAreACaseAndNoPaymentMoves() {
    int seq = story.next(ApiAction.IDS_STAND);
    int before = story.heard();
    String id = story.payments(ApiStory.PLAIN_BIN, 500_000).get(0);
    await().atMost(SOON).until(() -> story.casesOfBatch(seq).equals(List.of("BATCH_IDS_STAND")));
    assertThat(story.batch(seq)).containsEntry("state", "IN_DOUBT").containsEntry("retry_at", null);
    assertThat(story.payment(id)).isEqualTo("SENT");
    await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> story.posts(before) == 1);
  }

  @Test
  void twoPersonsTakeBackABulkThatTheBankDidNotTakeAndWhatItNamedStaysFrozen() {
    int seq = story.next(ApiAction.IDS_STAND);
    List<String> ids = story.payments(ApiStory.PLAIN_BIN, 500_000, 600_000);
    await().atMost(SOON).until(() -> story.casesOfBatch(seq).equals(List.of("BATCH_IDS_STAND")));
    Repairs repairs = story.bean(Repairs.class);
    String batch = story.batch(seq).get("batch_id").toString();
    int next = story.next(ApiAction.SILENT);
    twoPersons(repairs, RepairAction.TAKE_BACK_BULK, batch);
    assertThat(story.batch(seq)).containsEntry("state", "REFUSED");
    assertThat(story.casesOfBatch(seq)).isEmpty();
    assertThat(story.casesOfPayout(ids.get(0))).containsExactly("PAYOUT_HELD");
    twoPersons(repairs, RepairAction.RELEASE_REFUSED_BATCH, batch);
    story.nextMorning();
    story.awaitBatch(next, "SENT");
    assertThat(ids.stream().map(story::payment)).containsExactly("PLANNED", "SENT");
  }

  private static void twoPersons(Repairs repairs, RepairAction action, String id) {
    Outcome proposed = repairs.request(new Actor("lan", Role.OPERATOR), action, id, "", "ngân hàng xác nhận bằng văn bản");
    assertThat(proposed).isInstanceOf(Outcome.Proposed.class);
    assertThat(repairs.approve(new Actor("dat", Role.APPROVER), ((Outcome.Proposed) proposed).proposalId()))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  @EnabledIfSystemProperty(named = "slow", matches = "true", disabledReason = "by hand: 1,300 events, one message each")
  void aThousandTransfersAreTheMostOfOneBulkAndResultsComePageByPage() {
    story.nextMorning();
    int seq = story.next();
    List<String> ids = story.payments(ApiStory.PLAIN_BIN, LongStream.range(0, 1_300).map(i -> 500_000 + i).toArray());
    story.awaitBatch(seq, "SENT");
    story.awaitBatch(seq + 1, "SENT");
    assertThat(story.batch(seq)).containsEntry("payment_count", 1_000);
    assertThat(story.batch(seq + 1)).containsEntry("payment_count", 300);
    int before = story.heard();
    for (int quarter = 0; quarter < 5; quarter++) {
      story.moveTo(story.now().plus(Duration.ofMinutes(15)));
      story.pass();
    }
    await().atMost(Duration.ofMinutes(3))
        .until(() -> story.sql().queryForObject("select count(*) from payment where state = 'PAID' and end_to_end_id = any (?)",
        Integer.class, (Object) ids.toArray(String[]::new)) > 1_000);
    assertThat(story.calls(before, "GET /v1/bulk-transfers/" + story.batch(seq).get("bulk_id")).size()).isGreaterThanOrEqualTo(2);
    assertThat(story.batch(seq)).containsEntry("state", "ACKNOWLEDGED");
    story.nextMorning();
    story.moveTo(story.now().plus(Duration.ofHours(1)));
    await().atMost(Duration.ofMinutes(2)).until(() -> Boolean.TRUE.equals(story.batch(seq).get("answered"))
        && Boolean.TRUE.equals(story.batch(seq + 1).get("answered")));
    assertThat(story.sql().queryForObject("select count(*) from payment where state in ('SENT', 'ACCEPTED') and end_to_end_id = any (?)",
        Integer.class, (Object) ids.toArray(String[]::new))).isZero();
    assertThat(story.casesOfBatch(seq)).isEmpty();
    assertThat(story.server().turnedAway()).isZero();
  }
}
