package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.batch.UploadResult;
import vn.chitra.hub.inbound.HubStory.InboundFile;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.support.EndToEndId;

/** The tests that every kind of partner must pass, with any file format. A new kind inherits them with a {@link Channelled} of its own. */
abstract class ChannelContract {

  private static final long AMOUNT = 500_000;
  /** Later than any partner's promise for a payroll of November. */
  private static final LocalDate LONG_AFTER = LocalDate.of(2026, 12, 15);

  private final Channelled partner;
  private HubStory story;
  private Books books;
  private String id;

  ChannelContract(Channelled partner) {
    this.partner = partner;
  }

  @BeforeEach
  void handOver() {
    story = HubStory.begin();
    books = story.books();
    id = story.handOverTo(partner.bin(), partner.channel(), AMOUNT).get(0);
    story.gather();
    story.build();
  }

  @Test
  void whatIsBuiltIsNumberedArchivedAndCountsAsOutThere() {
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(batch().state()).isEqualTo("BUILT");
    assertThat(batch().seq()).isOne();
    assertThat(story.archived(batch().sha256())).isNotEmpty();
  }

  @Test
  void onlyProofMakesItSent() {
    story.startSending();
    assertThat(batch().state()).isEqualTo("SENDING");
    story.settle(new UploadResult.Proven("kích thước đọc lại khớp"));
    assertThat(batch().state()).isEqualTo("SENT");
  }

  @Test
  void aCutSendIsDoubtAndIsResumedWithTheSameNameNumberAndBytes() {
    Books.BatchRow built = batch();
    story.startSending();
    story.settle(new UploadResult.Unknown("đứt kết nối giữa chừng"));
    assertThat(batch().state()).isEqualTo("IN_DOUBT");
    assertThat(books.payment(id)).isEqualTo("SENT");
    story.startSending();
    story.settle(new UploadResult.Proven("đã có sẵn, cùng mã băm"));
    assertThat(batch().state()).isEqualTo("SENT");
    assertThat(List.of(batch().fileName(), batch().seq(), batch().sha256()))
        .isEqualTo(List.of(built.fileName(), built.seq(), built.sha256()));
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void anReplyEndsTheDoubt() {
    story.startSending();
    story.settle(new UploadResult.Unknown("đứt kết nối sau khi đổi tên"));
    story.feed(partner.holds(story, batch(), id, AMOUNT));
    assertThat(batch().state()).isEqualTo("ACKNOWLEDGED");
  }

  @Test
  void acceptedIsNotPaid() {
    send();
    story.feed(partner.holds(story, batch(), id, AMOUNT));
    assertThat(batch().state()).isEqualTo("ACKNOWLEDGED");
    assertThat(books.payment(id)).isIn("SENT", "ACCEPTED");
    assertThat(books.payout(id)).isEqualTo("OPEN");
    assertThat(books.results(id)).isEmpty();
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void aRefusedFilesPaymentsWaitForAPersonAndKeepTheirIds() {
    Optional<InboundFile> refusal = partner.refuses(batch());
    assumeThat(refusal).as("the contract knows no refusal of a whole file").isPresent();
    send();
    story.feed(refusal.orElseThrow());
    assertThat(batch(1).state()).isEqualTo("REFUSED");
    assertThat(books.paymentRow(id)).containsEntry("state", "PLANNED").containsEntry("released_at", null);
    assertThat(books.cases()).containsExactly("BATCH_REFUSED");
    story.sql().update("update payment set released_at = updated_at");
    story.send();
    assertThat(batch().seq()).isEqualTo(2);
    story.feed(partner.pays(story, batch(), id, AMOUNT));
    assertThat(books.payment(id)).isEqualTo("PAID");
  }

  @Test
  void aFileWithoutAcknowledgementIsOneCaseAfterThePartnersTime() {
    assumeThat(story.bean(Partners.class).byId(batchPartner()).orElseThrow().ackWithin()).as("the partner acknowledges files").isNotNull();
    send();
    story.itIs(story.today(), 13);
    story.watchReplies();
    assertThat(books.cases()).isEmpty();
    story.itIs(story.today(), 15);
    assertOverdueOnce();
    story.feed(partner.holds(story, batch(), id, AMOUNT));
    story.watchReplies();
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void aLastReplyThatStaysAwayIsOneCaseUntilItComes() {
    send();
    story.feed(partner.holds(story, batch(), id, AMOUNT));
    story.watchReplies();
    assertThat(books.cases()).isEmpty();
    story.itIs(LONG_AFTER);
    assertOverdueOnce();
    partner.paysAtLast(story, batch(), id, AMOUNT).forEach(story::feed);
    story.watchReplies();
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void aPaymentThatTheLastReplyLeavesInProgressIsOneCaseUntilItsOutcomeComes() {
    Optional<InboundFile> last = partner.leavesInProgress(batch(), id, AMOUNT);
    assumeThat(last).as("the partner's last answer is final for every payment").isPresent();
    send();
    story.feed(last.orElseThrow());
    story.watchReplies();
    assertThat(books.cases()).isEmpty();
    story.itIs(LONG_AFTER);
    assertOverdueOnce();
    story.feed(partner.paysLater(story, batch(), id, AMOUNT));
    story.watchReplies();
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void paidIsFinalAndWrittenHome() {
    send();
    story.feed(partner.pays(story, batch(), id, AMOUNT));
    assertPaid();
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void paidBeforeTheProofOfTheSendIsPaid() {
    story.startSending();
    story.feed(partner.pays(story, batch(), id, AMOUNT));
    assertPaid();
    story.settle(new UploadResult.Unknown("hết thời gian chờ"));
    assertThat(batch().state()).isEqualTo("ACKNOWLEDGED");
  }

  @Test
  void rejectedIsFinalAndNoResultYet() {
    send();
    story.feed(partner.rejects(story, batch(), id, AMOUNT));
    assertThat(books.payment(id)).isEqualTo("REJECTED");
    assertThat(books.payout(id)).isNotEqualTo("PAID");
    assertThat(books.results(id)).isEmpty();
  }

  @Test
  void returnedAfterPaidReopensThePayout() {
    Optional<InboundFile> back = partner.returns(batch(), id, AMOUNT);
    assumeThat(back).as("the contract knows no return").isPresent();
    send();
    story.feed(partner.pays(story, batch(), id, AMOUNT));
    story.feed(back.orElseThrow());
    assertThat(books.payment(id)).isEqualTo("RETURNED");
    assertThat(books.results(id)).containsExactly("REOPENED 2");
    assertThat(books.cases()).contains("PAYMENT_RETURNED");
  }

  @Test
  void aRepeatedStatementCountsOnce() {
    send();
    InboundFile reply = partner.pays(story, batch(), id, AMOUNT);
    story.feed(reply);
    List<String> before = books.everything();
    story.feed(reply);
    story.feed(reply.named("Bản sao - " + reply.name()));
    assertThat(books.everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Copy of %s", "1_%s", "%s - Copy", "%s (1)"})
  void aCopyOfTheFirstReplyUnderAnotherNameIsNoNews(String copied) {
    send();
    feedWithCopy(partner.holds(story, batch(), id, AMOUNT), copied);
  }

  /** Whatever the program that copied it put before or behind its name. */
  @ParameterizedTest
  @ValueSource(strings = {"Copy of %s", "1_%s", "%s - Copy", "%s (1)"})
  void aCopyOfAnyReplyUnderAnotherNameIsNoNews(String copied) {
    send();
    feedWithCopy(partner.pays(story, batch(), id, AMOUNT), copied);
    partner.returns(batch(), id, AMOUNT).ifPresent(back -> feedWithCopy(back, copied));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Copy of %s", "1_%s", "%s - Copy", "%s (1)"})
  void aCopyOfARefusalUnderAnotherNameIsNoNews(String copied) {
    Optional<InboundFile> refusal = partner.refuses(batch());
    assumeThat(refusal).as("the contract knows no refusal of a whole file").isPresent();
    send();
    feedWithCopy(refusal.orElseThrow(), copied);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Copy of %s", "%s (1)"})
  void aCopyThatIsReadFirstLeavesNoCase(String copied) {
    send();
    InboundFile first = partner.refuses(batch()).orElseGet(() -> partner.pays(story, batch(), id, AMOUNT));
    story.feed(first.named(copied.formatted(first.name())));
    story.feed(first);
    assertThat(books.cases()).doesNotContain("FILE_NOT_UNDERSTOOD");
    assertThat(books.payment(id)).isIn("PLANNED", "PAID");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, -1})
  void aDongMoreOrLessMovesNothingAndIsACase(long off) {
    send();
    story.feed(partner.pays(story, batch(), id, AMOUNT + off));
    assertNothingPaid();
    assertThat(books.cases()).isNotEmpty().containsAnyOf("AMOUNT_DIFFERS", "LIST_NOT_CLOSABLE");
  }

  @Test
  void anIdThatNobodyKnowsMovesNothingAndIsACase() {
    send();
    story.feed(partner.paysInstead(story, batch(), id, EndToEndId.of("BC-CUA-TINH-KHAC", 1, 1), AMOUNT));
    assertNothingPaid();
    assertThat(books.cases()).contains("LINE_UNKNOWN");
  }

  @Test
  void anotherPartnersPaymentIsNotThisOnesToPay() {
    String elsewhere = story.handOver(partner.channel() == Channel.BANK ? Channel.POST_CASH : Channel.BANK, AMOUNT).get(0);
    story.send();
    story.feed(partner.paysInstead(story, batch(), id, elsewhere, AMOUNT));
    assertThat(books.payment(elsewhere)).isEqualTo("SENT");
    assertThat(books.payout(elsewhere)).isEqualTo("OPEN");
    assertThat(books.results(elsewhere)).isEmpty();
    assertNothingPaid();
    assertThat(books.cases()).contains("LINE_UNKNOWN");
  }

  @Test
  void aFileThatWasCutCountsForNothingAndTheWholeOneReplacesIt() {
    send();
    InboundFile whole = partner.pays(story, batch(), id, AMOUNT);
    InboundFile cut = new InboundFile(whole.partner(), whole.folder(), whole.name(),
        Arrays.copyOf(whole.bytes(), whole.bytes().length / 2));
    assertThat(story.feed(cut)).isEqualTo("SET_ASIDE");
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.cases()).containsExactly("FILE_NOT_UNDERSTOOD");
    story.feed(whole);
    assertPaid();
    if (partner.kind().dictatesReplyNames() || partner.kind() == PartnerKind.COMMUNE) {
      assertThat(books.cases()).as("the whole file takes the place of one that ended short").isEmpty();
    } else {
      assertThat(books.cases()).as("two files of one name may be about two things").containsExactly("FILE_NOT_UNDERSTOOD");
    }
  }

  private void assertOverdueOnce() {
    story.watchReplies();
    story.watchReplies();
    assertThat(books.cases()).containsExactly("ANSWER_OVERDUE");
    assertThat(story.sql().queryForObject("select subject from case_record where state = 'OPEN'", String.class))
        .isEqualTo("batch:" + batch().id());
  }

  private String batchPartner() {
    return story.sql().queryForObject("select partner from batch", String.class);
  }

  private void feedWithCopy(InboundFile reply, String copied) {
    story.feed(reply);
    List<String> before = books.everything();
    story.feed(reply.named(copied.formatted(reply.name())));
    assertThat(books.everything()).as(copied).isEqualTo(before);
  }

  private void assertNothingPaid() {
    assertThat(books.payment(id)).isIn("SENT", "ACCEPTED");
    assertThat(books.payout(id)).isEqualTo("OPEN");
    assertThat(books.results(id)).isEmpty();
  }

  private void assertPaid() {
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.payout(id)).isEqualTo("PAID");
    assertThat(books.results(id)).containsExactly("PAID 1");
    Map<String, Object> result = story.sql().queryForMap("select * from payout_result");
    assertThat(result).containsEntry("end_to_end_id", id).containsEntry("amount_vnd", AMOUNT);
  }

  private void send() {
    story.startSending();
    story.settle(new UploadResult.Proven("kích thước đọc lại khớp"));
  }

  private Books.BatchRow batch() {
    return books.batchOf(id);
  }

  private Books.BatchRow batch(long number) {
    return books.batch(story.sql().queryForObject("select batch_id from batch where seq = ?", Long.class, number));
  }
}
