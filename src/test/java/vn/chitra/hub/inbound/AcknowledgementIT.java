package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.batch.UploadResult;
import vn.chitra.hub.inbound.BankMessages.Line;
import vn.chitra.hub.payout.Channel;

/** A bank's acknowledgement of a whole file of ours. */
class AcknowledgementIT {

  private static final String OTHER_HASH = "ab".repeat(32);

  private HubStory story;
  private Books books;
  private String id;
  private Books.BatchRow batch;

  @BeforeEach
  void begin() {
    story = HubStory.begin();
    books = story.books();
    id = story.sent(Channel.BANK, 500_000, 600_000).get(0);
    batch = books.batchOf(id);
  }

  @ParameterizedTest
  @CsvSource({"true, 00", "false, F1", "true, F1"})
  void ourHashProvesThatTheBankHoldsTheFile(boolean accepted, String code) {
    story.feed(BankMessages.ack(batch, 1, accepted, code));
    assertThat(state()).isEqualTo("ACKNOWLEDGED");
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.cases()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, 00", "false, F1", "false, F2", "false, F3", "false, F4"})
  void anotherHashIsDoubtAndTouchesNoPayment(boolean accepted, String code) {
    story.feed(BankMessages.ack(batch, 1, accepted, code, OTHER_HASH));
    assertThat(state()).isEqualTo("IN_DOUBT");
    assertThat(retryAt()).isNull();
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.cases()).containsExactly("ACKNOWLEDGEMENT_OTHER_HASH");
  }

  @ParameterizedTest
  @ValueSource(strings = {"F2", "F3"})
  void aRefusedFilesPaymentsTravelAgainUnderTheSameIdsWhenAPersonReleasesThem(String code) {
    story.feed(BankMessages.ack(batch, 1, false, code));
    assertThat(state()).isEqualTo("REFUSED");
    assertThat(books.payment(id)).isEqualTo("PLANNED");
    assertThat(books.paymentRow(id)).containsEntry("released_at", null).containsEntry("batch_id", null);
    assertThat(books.cases()).containsExactly("BATCH_REFUSED");
    story.sql().update("update payment set released_at = updated_at");
    story.send();
    Books.BatchRow next = books.batchOf(id);
    assertThat(next.seq()).isEqualTo(2);
    story.feed(BankMessages.part(next, 1, true, Line.of(id, 500_000, "00")));
    assertThat(books.payment(id)).isEqualTo("PAID");
  }

  @Test
  void onePaymentOfARefusedFileThatIsPaidAllTheSameIsPaidAndACase() {
    story.feed(BankMessages.ack(batch, 1, false, "F3"));
    story.feed(BankMessages.part(batch, 1, false, Line.of(id, 500_000, "00")));
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.cases()).containsExactly("BATCH_REFUSED", "PAID_UNEXPECTEDLY", "REFUSED_FILE_ANSWERED");
    assertThat(state()).isEqualTo("REFUSED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"09", "01", "20"})
  void aRefusedFilesPaymentOfWhichTheBankSpeaksIsFrozenAndACase(String status) {
    story.feed(BankMessages.ack(batch, 1, false, "F3"));
    story.feed(BankMessages.part(batch, 1, false, Line.of(id, 500_000, status)));
    assertThat(books.payment(id)).isEqualTo("PLANNED");
    assertThat(books.paymentRow(id)).containsEntry("frozen", true);
    assertThat(books.cases()).containsExactly("BATCH_REFUSED", "REFUSED_FILE_ANSWERED");
  }

  @Test
  void aStatusOfARefusedFileCountsWhenTheNextFileRepeatsIt() {
    story.feed(BankMessages.part(batch, 1, false, Line.of(id, 500_000, "09")));
    story.feed(BankMessages.ack(batch, 1, false, "F2"));
    story.sql().update("update payment set released_at = updated_at");
    story.send();
    story.feed(BankMessages.part(books.batchOf(id), 1, false, Line.of(id, 500_000, "09")));
    assertThat(books.payment(id)).isEqualTo("ACCEPTED");
    assertThat(books.statuses(id)).containsExactly("ACCEPTED APPLIED", "ACCEPTED APPLIED");
  }

  @Test
  void acceptedAfterRefusedIsDoubtThatAPersonSees() {
    story.feed(BankMessages.ack(batch, 1, false, "F3"));
    story.feed(BankMessages.ack(batch, 2, true, "00"));
    assertThat(state()).isEqualTo("REFUSED");
    assertThat(books.cases()).containsExactly("BATCH_REFUSED", "REFUSED_FILE_ANSWERED");
  }

  @Test
  void aRefusalThatWasCutInItsTextIsTheSameWhenItComesWhole() {
    HubStory.InboundFile cut = BankMessages.ack(batch, 1, false, "F4");
    story.feed(cut);
    story.sql().update("update batch set retry_at = opened_at");
    story.startSending();
    story.settle(new UploadResult.Proven("đọc lại khớp"));
    String whole = new String(cut.bytes(), StandardCharsets.UTF_8).replace("|F4|", "|F4|KHONG DU SO DU");
    assertThat(story.feed(new HubStory.InboundFile(cut.partner(), cut.folder(), cut.name(), whole.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("IGNORED");
    assertThat(state()).isEqualTo("SENT");
    assertThat(books.cases()).doesNotContain("FILE_CONFLICT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"F2", "F3", "F4"})
  void aRefusalUnderANumberThatWasHeardWithOtherWordsMovesNothing(String code) {
    story.feed(BankMessages.ack(batch, 1, true, "00"));
    assertThat(story.feed(BankMessages.ack(batch, 1, false, code))).isEqualTo("SET_ASIDE");
    assertThat(state()).isEqualTo("ACKNOWLEDGED");
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.cases()).containsExactly("FILE_CONFLICT");
  }

  @Test
  void anAcceptanceUnderANumberThatWasHeardAsDoubtIsProof() {
    story.feed(BankMessages.ack(batch, 1, false, "F4"));
    story.feed(BankMessages.ack(batch, 1, true, "00"));
    assertThat(state()).isEqualTo("ACKNOWLEDGED");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void noFundsWaitsAndTheSameBytesGoAgain() {
    story.feed(BankMessages.ack(batch, 1, false, "F4"));
    assertThat(state()).isEqualTo("WAITING_FUNDS");
    assertThat(retryAt()).isNull();
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.cases()).containsExactly("BATCH_WAITING_FUNDS");
    story.sql().update("update batch set retry_at = opened_at");
    story.startSending();
    story.settle(new UploadResult.Proven("đọc lại khớp"));
    story.feed(BankMessages.ack(batch, 2, false, "F4"));
    assertThat(state()).isEqualTo("WAITING_FUNDS");
    story.feed(BankMessages.ack(batch, 3, true, "00"));
    assertThat(state()).isEqualTo("ACKNOWLEDGED");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void aResultEndsTheWaitForFunds() {
    story.feed(BankMessages.ack(batch, 1, false, "F4"));
    story.feed(BankMessages.part(batch, 1, false, Line.of(id, 500_000, "00")));
    assertThat(state()).isEqualTo("ACKNOWLEDGED");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void nothingBookedAfterAPaidPaymentIsDoubtAndIsNotSentAgain() {
    story.feed(BankMessages.part(batch, 1, false, Line.of(id, 500_000, "00")));
    story.feed(BankMessages.ack(batch, 1, false, "F4"));
    assertThat(state()).isEqualTo("IN_DOUBT");
    assertThat(retryAt()).isNull();
    assertThat(books.cases()).containsExactly("BATCH_IN_DOUBT");
  }

  @Test
  void refusedAfterAPaidPaymentTakesBackTheOthersOnly() {
    story.feed(BankMessages.part(batch, 1, false, Line.of(id, 500_000, "00")));
    story.feed(BankMessages.ack(batch, 1, false, "F2"));
    assertThat(state()).isEqualTo("REFUSED");
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(story.sql().queryForList("select state from payment order by 1", String.class)).containsExactly("PAID", "PLANNED");
  }

  @Test
  void theNoteOfAnIgnoredRefusalNamesTheStateInWords() {
    story.feed(BankMessages.ack(batch, 1, false, "F3"));
    assertThat(story.feed(BankMessages.ack(batch, 2, false, "F3"))).isEqualTo("IGNORED");
    assertThat(story.sql().queryForObject("select message from file where direction = 'IN' order by file_id desc limit 1", String.class))
        .isEqualTo("tệp đang ở trạng thái “đối tác từ chối cả tệp”");
  }

  @Test
  void aLowerNumberAfterAHigherOneChangesNothing() {
    story.feed(BankMessages.ack(batch, 2, true, "00"));
    assertThat(story.feed(BankMessages.ack(batch, 1, false, "F3"))).isEqualTo("IGNORED");
    assertThat(state()).isEqualTo("ACKNOWLEDGED");
    assertThat(books.payment(id)).isEqualTo("SENT");
  }

  @Test
  void anAckAfterTheResultsChangesNothing() {
    story.feed(BankMessages.part(batch, 1, false, Line.of(id, 500_000, "00")));
    List<String> before = books.everything();
    story.feed(BankMessages.ack(batch, 1, true, "00"));
    assertThat(books.everything()).isEqualTo(before);
  }

  @Test
  void theSameAcknowledgementTwiceChangesNothing() {
    story.feed(BankMessages.ack(batch, 1, false, "F3"));
    story.sql().update("update payment set released_at = updated_at");
    story.send();
    List<String> before = books.everything();
    story.feed(BankMessages.ack(batch, 1, false, "F3"));
    story.feed(BankMessages.ack(batch, 1, false, "F3").named("ACK bản sao.csv"));
    assertThat(books.everything()).isEqualTo(before);
  }

  private String state() {
    return books.batch(batch.id()).state();
  }

  private Object retryAt() {
    return story.sql().queryForMap("select retry_at from batch where batch_id = ?", batch.id()).get("retry_at");
  }
}
