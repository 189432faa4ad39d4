package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.inbound.HubStory.InboundFile;
import vn.chitra.hub.payout.Channel;

/** Contract {@code bank-fixed} from file to payment: results, refusals, parts. */
class BankFixedIT {

  private static final String BANK = "bidv";

  private HubStory story;
  private Books books;
  private String id;
  private String other;
  private Books.BatchRow batch;

  @BeforeEach
  void twoPaymentsAreAtTheBank() {
    story = HubStory.begin();
    books = story.books();
    String payroll = story.payouts().take(Channel.BANK, 500_000, 600_000);
    story.sql().update("update payout set bank_bin = '970418'");
    story.plan(payroll);
    story.sql().update("update payment set released_at = updated_at");
    story.send();
    List<String> payments = story.newestPayments(payroll);
    id = payments.get(0);
    other = payments.get(1);
    batch = books.batchOf(id);
  }

  @Test
  void theFileHasTheNameAndTheRecordsOfTheContract() {
    String bytes = new String(story.archived(batch.sha256()), StandardCharsets.US_ASCII);
    assertThat(batch.fileName()).isEqualTo("PTCTXH.P000001");
    assertThat(bytes).hasSize(4 * 162).startsWith("1PTCTXH  00000120261").contains("\r\n5000001" + id + "970418")
        .contains("\r\n9000002000000000001100000");
  }

  @ParameterizedTest
  @CsvSource({"00, PAID, ", "01, REJECTED, ", "02, REJECTED, ", "03, REJECTED, ", "04, REJECTED, ", "05, REJECTED, ",
      "06, REJECTED, PAYEE_DECEASED", "09, ACCEPTED, ", "51, ACCEPTED, FUNDS_SHORT_FOR_PAYMENT", "96, ACCEPTED, OUTCOME_UNKNOWN",
      "77, SENT, CODE_UNKNOWN"})
  void everyStatusOfTheTableMovesThePaymentAsItSays(String status, String state, String aCase) {
    feed(result(1, "N", id, 500_000, status));
    assertThat(books.payment(id)).isEqualTo(state);
    assertThat(books.payment(other)).isEqualTo("SENT");
    assertThat(books.batch(batch.id()).state()).isEqualTo("ACKNOWLEDGED");
    assertThat(books.cases()).isEqualTo(aCase == null ? List.of() : List.of(aCase));
  }

  @Test
  void aReturnFollowsThePayment() {
    feed(result(1, "N", id, 500_000, "00"));
    feed(result(2, "N", id, 500_000, "20"));
    assertThat(books.payment(id)).isEqualTo("RETURNED");
    assertThat(books.cases()).containsExactly("PAYMENT_RETURNED");
  }

  @Test
  void afterTheLastPartAnUnnamedPaymentStaysAliveAndIsACase() {
    feed(result(1, "Y", id, 500_000, "00"));
    assertThat(books.payment(other)).isEqualTo("SENT");
    assertThat(books.cases()).containsExactly("PAYMENT_UNNAMED");
    feed(result(2, "Y", other, 600_000, "00"));
    assertThat(books.payment(other)).isEqualTo("PAID");
    assertThat(books.cases()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"F1, ACKNOWLEDGED, SENT, ", "F2, REFUSED, PLANNED, BATCH_REFUSED", "F3, REFUSED, PLANNED, BATCH_REFUSED",
      "F4, WAITING_FUNDS, SENT, BATCH_WAITING_FUNDS"})
  void aRefusalWithOurHashDecidesAboutTheFile(String code, String batchState, String payment, String aCase) {
    feed(refusal(code, batch.sha256()));
    assertThat(books.batch(batch.id()).state()).isEqualTo(batchState);
    assertThat(List.of(books.payment(id), books.payment(other))).containsOnly(payment);
    assertThat(books.cases()).isEqualTo(aCase == null ? List.of() : List.of(aCase));
  }

  @ParameterizedTest
  @ValueSource(strings = {"F1", "F2", "F3", "F4"})
  void anotherHashIsDoubt(String code) {
    feed(refusal(code, "ab".repeat(32)));
    assertThat(books.batch(batch.id()).state()).isEqualTo("IN_DOUBT");
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.cases()).containsExactly("ACKNOWLEDGEMENT_OTHER_HASH");
  }

  @Test
  void oneDongTooManyAndForeignIdsMoveNothing() {
    feed(result(1, "N", id, 500_001, "00"));
    feed(result(2, "N", "H0000000000000Z9", 500_000, "00"));
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.cases()).containsExactly("AMOUNT_DIFFERS", "LINE_UNKNOWN");
  }

  @Test
  void aFileForAnotherSenderOrCutInTheMiddleIsSetAside() {
    InboundFile part = result(1, "N", id, 500_000, "00");
    byte[] cut = Arrays.copyOf(part.bytes(), part.bytes().length - 3);
    assertThat(story.feed(new InboundFile(BANK, "", "KHAC.R000001.01", part.bytes()))).isEqualTo("SET_ASIDE");
    assertThat(story.feed(new InboundFile(BANK, "", part.name(), cut))).isEqualTo("SET_ASIDE");
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(story.feed(part)).isEqualTo("DONE");
    assertThat(books.payment(id)).isEqualTo("PAID");
  }

  private void feed(InboundFile file) {
    story.feed(file);
  }

  private static InboundFile result(int part, String last, String payment, long amount, String status) {
    String body = record("1%-8s%06d%02d%s", "PTCTXH", 1, part, last)
        + record("6%s%015d%s%-20s%s", payment, amount, status, "FT" + part, "20261104") + record("9%06d%018d", 1, amount);
    return new InboundFile(BANK, "", "PTCTXH.R000001.%02d".formatted(part), body.getBytes(StandardCharsets.US_ASCII));
  }

  private static InboundFile refusal(String code, String sha256) {
    return new InboundFile(BANK, "", "PTCTXH.X000001.01", record("X%-8s%06d%s%s%s", "PTCTXH", 1, code, sha256, "TU CHOI")
        .getBytes(StandardCharsets.US_ASCII));
  }

  private static String record(String form, Object... values) {
    return "%-160s\r\n".formatted(form.formatted(values));
  }
}
