package vn.chitra.hub.channel.bankapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.chitra.hub.channel.bankapi.ApiStory.SOON;
import static vn.chitra.hub.channel.bankapi.ApiStory.at;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitra.hub.sim.bankapi.ApiAction;

/** Allowed and forbidden messages of a bank's API about transfers and the account, by contract §4. */
class BankApiMessagesIT {

  private static final long AMOUNT = 500_000;

  @TempDir
  private static Path data;

  private static ApiStory story;
  private static Deque<String> sent;

  @BeforeAll
  static void aBulkOfManyPaymentsOfWhichTheBankSaysNothingByItself() throws Exception {
    story = new ApiStory(data);
    int seq = story.next(ApiAction.SILENT);
    sent = new ArrayDeque<>(story.payments(ApiStory.PLAIN_BIN, LongStream.generate(() -> AMOUNT).limit(40).toArray()));
    story.awaitBatch(seq, "SENT");
    story.rest();
  }

  @AfterAll
  static void end() throws Exception {
    assertThat(story.violations()).isEmpty();
    story.close();
  }

  @ParameterizedTest
  @CsvSource({"PAID, 00, PAID", "REJECTED, 01, REJECTED", "REJECTED, 02, REJECTED", "REJECTED, 03, REJECTED", "REJECTED, 04, REJECTED",
      "REJECTED, 05, REJECTED", "PROCESSING, 09, ACCEPTED"})
  void aStatusAndItsCodeMoveThePayment(String status, String code, String state) throws Exception {
    String id = sent.pop();
    assertThat(story.notify(story.event("e-" + id, story.result(id, AMOUNT, status, code)))).isEqualTo(202);
    story.awaitPayment(id, state);
  }

  @ParameterizedTest
  @CsvSource({"PROCESSING, 51, FUNDS_SHORT_FOR_PAYMENT", "PROCESSING, 96, OUTCOME_UNKNOWN"})
  void moneyThatWaitsAtTheBankIsInProgressAndACase(String status, String code, String kind) throws Exception {
    String id = sent.pop();
    String event = story.event("e-" + id, story.result(id, AMOUNT, status, code));
    story.notify(event);
    assertThat(story.read(event)).isEqualTo("DONE");
    assertThat(story.payment(id)).isEqualTo("ACCEPTED");
    assertThat(story.casesOfFile(event)).containsExactly(kind);
  }

  @Test
  void aDeadHolderIsRejectedAndACase() throws Exception {
    String id = sent.pop();
    story.notify(story.event("e-" + id, story.result(id, AMOUNT, "REJECTED", "06")));
    story.awaitPayment(id, "REJECTED");
    assertThat(story.casesOfPayout(id)).contains("PAYEE_DECEASED");
  }

  @ParameterizedTest
  @CsvSource({"PAID, 01", "REJECTED, 00", "RETURNED, 00", "PROCESSING, 20", "REJECTED, 09", "PAID, 77"})
  void aStatusThatItsCodeContradictsMovesNothingAndIsACase(String status, String code) throws Exception {
    String id = sent.pop();
    String event = story.event("e-" + id, story.result(id, AMOUNT, status, code));
    story.notify(event);
    assertThat(story.read(event)).isEqualTo("DONE");
    assertThat(story.payment(id)).isEqualTo("SENT");
    assertThat(story.casesOfFile(event)).contains("CODE_UNKNOWN");
  }

  @Test
  void anAmountOneDongOffMovesNothingAndIsACase() throws Exception {
    String id = sent.pop();
    String event = story.event("e-" + id, story.result(id, AMOUNT - 1, "PAID", "00"));
    story.notify(event);
    assertThat(story.read(event)).isEqualTo("DONE");
    assertThat(story.payment(id)).isEqualTo("SENT");
    assertThat(story.casesOfFile(event)).containsExactly("AMOUNT_DIFFERS");
  }

  @Test
  void somebodyElsesIdIsACase() throws Exception {
    String event = story.event("e-foreign", story.result("INV-2026-000123", AMOUNT, "PAID", "00"));
    story.notify(event);
    assertThat(story.read(event)).isEqualTo("DONE");
    assertThat(story.casesOfFile(event)).containsExactly("LINE_UNKNOWN");
  }

  @Test
  void anEventThatComesTwiceIsOnceAndAnOlderOneChangesNothing() throws Exception {
    String id = sent.pop();
    String paid = story.event("e-" + id, story.result(id, AMOUNT, "PAID", "00"));
    String before = story.event("e-0" + id, story.result(id, AMOUNT, "PROCESSING", "09"));
    assertThat(story.notify(paid)).isEqualTo(202);
    assertThat(story.notify(paid)).isEqualTo(202);
    story.awaitPayment(id, "PAID");
    assertThat(story.notify(before)).isEqualTo(202);
    assertThat(story.read(before)).isEqualTo("DONE");
    assertThat(story.payment(id)).isEqualTo("PAID");
    assertThat(story.sql().queryForObject("select count(*) from file where partner = 'mb' and sha256 = ?", Integer.class,
        story.file(paid).get("sha256"))).isEqualTo(1);
    assertThat(story.sql()
        .queryForObject("select count(*) from payment_status join payment using (payment_id) where end_to_end_id = ? and reported = 'PAID'",
        Integer.class, id)).isEqualTo(1);
  }

  @Test
  void moneyMayComeBackAfterItWasPaidAndBeforeThatWasHeard() throws Exception {
    String id = sent.pop();
    String back = story.event("back-" + id, story.result(id, AMOUNT, "RETURNED", "20"));
    story.notify(back);
    story.awaitPayment(id, "RETURNED");
    assertThat(story.casesOfPayout(id)).contains("PAYMENT_RETURNED");
    String paid = story.event("e-" + id, story.result(id, AMOUNT, "PAID", "00"));
    story.notify(paid);
    assertThat(story.read(paid)).isEqualTo("DONE");
    assertThat(story.payment(id)).isEqualTo("RETURNED");
  }

  static Stream<String> bodiesThatAreNoEvent() {
    String id = "H00000000000000A";
    String good = "{\"eventId\":\"x\",\"type\":\"transfer.updated\",\"result\":{\"endToEndId\":\"" + id
        + "\",\"amount\":500000,\"status\":\"PAID\",\"code\":\"00\",\"text\":\"\",\"bankRef\":\"\",\"bookedAt\":\"2026-11-18\"}}";
    return Stream.of(good.replace("500000", "500000.50"), good.replace("500000", "500000.0"), good.replace("500000", "5e5"),
        good.replace("500000", "\"500000\""), good.replace("500000", "-500000"), good.replace("500000", "9".repeat(400)),
        good.replace("500000", "1e999999999"), good.replace("\"amount\"", "\"currency\":\"USD\",\"amount\""),
        good.replace("\"amount\":500000", "\"amount\":500000,\"amount\":600000"), good.replace("PAID", "SETTLED"),
        good.replace("transfer.updated", "account.closed"), good.replace("\"2026-11-18\"", "null"),
        good.replace("2026-11-18", "2026-2-30"),
        good.replace("\"" + id + "\"", "[[[]]]"), "[".repeat(5_000) + "]".repeat(5_000), "{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000),
        good + "{}", good.substring(0, good.length() - 2), "<xml/>", "[]", "null", "");
  }

  @ParameterizedTest
  @MethodSource("bodiesThatAreNoEvent")
  void whatIsNoEventIsKeptAsEvidenceAndIsACase(String body) throws Exception {
    assertThat(story.notify(body)).isEqualTo(202);
    assertThat(story.read(body)).isEqualTo("SET_ASIDE");
    assertThat(story.casesOfFile(body)).containsExactly("FILE_NOT_UNDERSTOOD");
  }

  @Test
  void onlyAFreshSignatureOfTheSameBytesOpensTheDoor() throws Exception {
    String id = sent.peek();
    String body = story.event("forged-" + id, story.result(id, AMOUNT, "PAID", "00"));
    assertThat(story.notify(ApiStory.BANK, body, null)).isEqualTo(401);
    assertThat(story.notify(ApiStory.BANK, body, "t=1,v1=" + "0".repeat(64))).isEqualTo(401);
    assertThat(story.notify(ApiStory.BANK, body, ApiStory.signature(0, body + " "))).isEqualTo(401);
    assertThat(story.notify(ApiStory.BANK, body, ApiStory.signature(302, body))).isEqualTo(401);
    assertThat(story.notify(ApiStory.BANK, body, ApiStory.signature(-302, body))).isEqualTo(401);
    assertThat(story.notify("nobody", body, ApiStory.signature(0, body))).isEqualTo(404);
    assertThat(story.notify("agribank", body, ApiStory.signature(0, body))).isEqualTo(404);
    assertThat(story.file(body)).isEmpty();
    assertThat(story.payment(id)).isEqualTo("SENT");
    assertThat(story.notify(ApiStory.BANK, body, ApiStory.signature(290, body))).isEqualTo(202);
    story.awaitPayment(sent.pop(), "PAID");
  }

  @Test
  void whileTheBankChangesItsSecretThePreviousOneOpensTheDoorToo() throws Exception {
    String id = sent.peek();
    String body = story.event("doi-khoa-" + id, story.result(id, AMOUNT, "PAID", "00"));
    assertThat(story.notify(ApiStory.BANK, body, ApiStory.previousSignature(302, body))).isEqualTo(401);
    assertThat(story.notify(ApiStory.BANK, body, ApiStory.previousSignature(0, body + " "))).isEqualTo(401);
    assertThat(story.file(body)).isEmpty();
    String both = ApiStory.previousSignature(0, body) + "," + ApiStory.signature(0, body).split(",")[1];
    assertThat(story.notify(ApiStory.BANK, body, ApiStory.previousSignature(0, body))).isEqualTo(202);
    assertThat(story.notify(ApiStory.BANK, body, both)).isEqualTo(202);
    story.awaitPayment(sent.pop(), "PAID");
  }

  @Test
  void aGigabyteAtTheDoorIsNotRead() {
    assertThat(story.pour(1L << 30)).isLessThan(64L << 20);
    assertThat(story.sql().queryForObject("select count(*) from file where size_bytes > 1048576", Long.class)).isZero();
  }

  @Test
  void anEventBeforeTheReplyToOurPostProvesTheBulk() {
    int seq = story.next(ApiAction.EVENT_BEFORE_REPLY, ApiAction.SILENT);
    String id = story.payments(ApiStory.PLAIN_BIN, AMOUNT).get(0);
    await().atMost(SOON).until(() -> story.batch(seq).get("bulk_id") != null);
    story.awaitBatch(seq, "ACKNOWLEDGED");
    await().atMost(SOON).until(() -> story.payment(id).equals("ACCEPTED"));
    story.rest();
    assertThat(story.casesOfBatch(seq)).isEmpty();
  }

  @Test
  void aNameIsQueriedBeforePayAndWhatDoesNotFitIsFrozenWithACase() {
    int seq = story.next(ApiAction.SILENT);
    List<String> odd = story.accountsOfNext(4);
    story.holders.put(odd.get(1), "LO VAN PHIN");
    story.holders.put(odd.get(2), "");
    List<String> ids = story.payments(ApiStory.QUERIED_BIN, AMOUNT, AMOUNT, AMOUNT, AMOUNT);
    story.awaitBatch(seq, "SENT");
    assertThat(ids.stream().map(story::payment)).containsExactly("SENT", "PLANNED", "PLANNED", "SENT");
    assertThat(story.casesOfPayout(ids.get(1))).containsExactly("NAME_MISMATCH");
    assertThat(story.casesOfPayout(ids.get(2))).containsExactly("NAME_MISMATCH");
    assertThat(story.sql().queryForList("select evidence from case_record where kind = 'NAME_MISMATCH'", String.class))
        .noneMatch(evidence -> evidence.contains("PHIN") || evidence.contains(odd.get(1)));
    assertThat(story.sql().queryForList("select frozen from payment where end_to_end_id = any (?)", Boolean.class,
        (Object) ids.subList(1, 3).toArray(String[]::new))).containsExactly(true, true);
    int queried = story.calls(0, "GET /v1/accounts").size();
    int next = story.next(ApiAction.SILENT);
    story.sql().update("update payment set frozen = false where end_to_end_id = ?", ids.get(1));
    story.awaitBatch(next, "SENT");
    assertThat(story.payment(ids.get(1))).isEqualTo("SENT");
    assertThat(story.calls(0, "GET /v1/accounts")).hasSize(queried);
  }

  @Test
  void returnsAndDebitsStandOnTheStatementsThatAreFetched() {
    story.moveTo(at(2026, 12, 7, 9, 30));
    int seq = story.next(ApiAction.RETURN_SOME);
    List<String> ids = story.payments(ApiStory.PLAIN_BIN, AMOUNT, AMOUNT + 1, AMOUNT + 2, AMOUNT + 3);
    story.awaitBatch(seq, "SENT");
    for (int day = 7; day <= 11; day++) {
      for (int hour : new int[] {10, 14, 17, 18}) {
        story.moveTo(at(2026, 12, day, hour, 50));
        story.pass();
      }
    }
    assertThat(story.payment(ids.get(0))).isEqualTo("RETURNED");
    await().atMost(SOON)
        .until(() -> Boolean.TRUE.equals(story.sql().queryForObject("select credit_matched from payment where end_to_end_id = ?",
        Boolean.class, ids.get(0))));
    Map<String, Object> debit = story.sql()
        .queryForMap("select sum(reported_vnd) as reported, sum(debited_vnd) as debited from statement_debit"
        + " where batch_id = ?", story.batch(seq).get("batch_id"));
    assertThat(debit.get("reported")).isEqualTo(debit.get("debited"));
    assertThat(story.sql().queryForObject("select count(*) from statement where partner = 'mb' and state = 'CHAINED'", Integer.class))
        .isGreaterThanOrEqualTo(5);
  }

  @Test
  void doneWithATransferThatNoPageListsIsACase() {
    story.nextMorning();
    int seq = story.next(ApiAction.LEAVE_ONE_OUT);
    List<String> ids = story.payments(ApiStory.PLAIN_BIN, AMOUNT, AMOUNT, AMOUNT);
    story.awaitBatch(seq, "SENT");
    story.moveTo(story.now().plusSeconds(3_600));
    story.pass();
    story.nextMorning();
    story.moveTo(story.now().plusSeconds(3_600));
    await().atMost(SOON).until(() -> story.casesOfBatch(seq).contains("PAYMENT_UNNAMED"));
    assertThat(story.payment(ids.get(2))).isIn("SENT", "ACCEPTED");
  }
}
