package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.YearMonth;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitra.hub.inbound.BankMessages.Line;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.payout.ReleasePayroll;
import vn.chitra.hub.payroll.WithdrawPayroll;
import vn.chitra.hub.reconciliation.AdvanceReceipts;
import vn.chitra.hub.repair.Outcome;
import vn.chitra.hub.repair.RepairAction;

/** Errors that random stories found ({@link MoneyStoryIT}), each as a test of its own. */
class MoneyStoriesIT {

  private final HubStory story = HubStory.begin();
  private final Books books = story.books();

  @Test
  void aWithdrawnPaymentIsNotStoppedWhileItsRefusedFileMayStillPayIt() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    Books.BatchRow first = books.batchOf(id);
    story.feed(BankMessages.ack(first, 1, false, "F3"));
    story.bean(WithdrawPayroll.class).withdraw((String) books.payoutRow(id).get("current_payroll_id"));
    story.feed(BankMessages.part(first, 1, false, Line.of(id, 500_000, "09")));
    assertThat(story.wish(RepairAction.STOP_PAYOUT, books.payoutOf(id))).isInstanceOf(Outcome.Refused.class);
    assertThat(books.payout(id)).isNotEqualTo("STOPPED");
    story.repair(RepairAction.RELEASE_ANSWERED_BATCH, first.id());
    assertThat(books.cases()).as("the withdrawal still asks").contains("PAYROLL_WITHDRAWN");
  }

  /** Story 6006146. An event names no bulk: it may speak of the refused one while the payment is out in the next. */
  @ParameterizedTest
  @CsvSource({"REJECTED,01", "RETURNED,20"})
  void anEventThatNamesNoBulkEndsNoPaymentThatIsOutAgain(String status, String code) {
    String id = story.handOverTo(ApiMessages.BIN, Channel.BANK, 500_000).get(0);
    story.send();
    Books.BatchRow first = books.batchOf(id);
    story.feed(ApiMessages.refusal(first, 400, "F3"));
    story.repair(RepairAction.RELEASE_REFUSED_BATCH, first.id());
    story.send();
    story.feed(ApiMessages.event(id, 500_000, status, code));
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.cases()).contains("STATUS_CONTRADICTS");
    assertThat(story.wish(RepairAction.PLAN_AGAIN, books.payoutOf(id))).isInstanceOf(Outcome.Refused.class);

    story.feed(ApiMessages.page(books.batchOf(id), 1, true, ApiMessages.result(id, 500_000, status, code)));
    assertThat(books.payment(id)).as("the page names the bulk").isEqualTo(status);
  }

  /** Story 6000529. */
  @Test
  void aRejectionThatIsRepeatedAfterPaidIsACase() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    Books.BatchRow file = books.batchOf(id);
    story.feed(BankMessages.part(file, 1, false, Line.of(id, 500_000, "03")));
    story.feed(BankMessages.part(file, 2, false, Line.of(id, 500_000, "00")));
    story.feed(BankMessages.part(file, 3, true, Line.of(id, 500_000, "03")));
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.cases()).contains("STATUS_CONTRADICTS");
  }

  /** Story 6006195. */
  @Test
  void anOlderReportThatRefusesAFileWhichPaidIsACase() {
    String id = story.handOverTo("970436", Channel.BANK, 500_000).get(0);
    story.send();
    int seq = books.batchOf(id).seq();
    story.feed(IsoMessage.file(IsoMessage.group(seq, "10", "2026-11-04T10:00:00+07:00", "PART", IsoMessage.transaction(id, "ACCC"))));
    story.feed(IsoMessage.file(IsoMessage.group(seq, "10", "2026-11-04T08:00:00+07:00", "RJCT FF01", "")));
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.cases()).contains("OUTCOME_UNKNOWN");
  }

  /** Story 6000558. Two persons carried it over although its return is on no statement: the later payment follows the policy. */
  @Test
  void aReturnThatPersonsCarriedOverDoesNotStopTheNextMonthsPayment() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    story.feed(BankMessages.part(books.batchOf(id), 1, true, Line.of(id, 500_000, "20")));
    story.repair(RepairAction.CARRY_OVER_PAYOUT, books.payoutOf(id));
    String payroll = story.payouts().revive(id, YearMonth.of(2026, 12));
    story.plan(payroll);
    story.bean(ReleasePayroll.class).release(payroll);
    story.send();
    String next = story.newestPayments(payroll).get(0);
    story.feed(BankMessages.part(books.batchOf(next), 1, true, Line.of(next, 500_000, "02")));
    assertThat(story.reroutesDue()).isPositive();
  }

  /** Story 7005168. */
  @Test
  void aRefusalThatComesAfterANewerAcknowledgementIsACase() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    Books.BatchRow file = books.batchOf(id);
    story.feed(BankMessages.ack(file, 4, true, "00"));
    story.feed(BankMessages.ack(file, 1, false, "F4"));
    assertThat(books.cases()).as("no funds then, funds later").doesNotContain("FILE_CONFLICT");
    story.feed(BankMessages.ack(file, 2, false, "F3"));
    assertThat(books.batch(file.id()).state()).isEqualTo("ACKNOWLEDGED");
    assertThat(books.cases()).contains("FILE_CONFLICT");
  }

  /** Story 9102409. The bank names a file that it does not have yet; its word about a payment of another counts and is shown as heard. */
  @Test
  void aReportAboutAFileThatIsNotOutIsHeardWhereItNamesAPaymentOfAnother() {
    String sent = story.handOverTo("970436", Channel.BANK, 500_000).get(0);
    story.send();
    String built = story.handOverTo("970436", Channel.BANK, 600_000).get(0);
    story.gather();
    story.build();
    int seq = books.batchOf(built).seq();
    assertThat(story.feed(IsoMessage.file(IsoMessage.group(seq, "10", "2026-11-05T10:00:00+07:00", "PART",
        IsoMessage.transaction(sent, "RJCT AC01"))))).isEqualTo("DONE");
    assertThat(books.payment(sent)).isEqualTo("REJECTED");
    assertThat(story.feed(IsoMessage.file(IsoMessage.group(seq, "10", "2026-11-05T11:00:00+07:00", "ACTC", "")))).isEqualTo("IGNORED");
  }

  /** The province hears that something of a settled payroll is open again, also when the receipt's row was locked at the first look. */
  @Test
  void aSettledReceiptGoesBackWhenAPaidPayoutIsReturned() throws Exception {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    Books.BatchRow file = books.batchOf(id);
    story.feed(BankMessages.part(file, 1, true, Line.of(id, 500_000, "00")));
    assertThat(receipt()).isEqualTo("SETTLED");

    story.feed(BankMessages.part(file, 2, true, Line.of(id, 500_000, "20")));
    try (Connection other = Objects.requireNonNull(story.sql().getDataSource()).getConnection()) {
      other.setAutoCommit(false);
      other.createStatement().execute("select 1 from payroll for update");
      assertThat(receipt()).as("its row is locked").isEqualTo("SETTLED");
    }
    assertThat(receipt()).isEqualTo("DISPATCHED");
    assertThat(story.sql().queryForObject("select count(*) from payroll_reopened", Long.class)).isZero();
  }

  private String receipt() {
    story.bean(AdvanceReceipts.class).advance();
    return story.sql().queryForObject("select receipt_status from payroll", String.class);
  }
}
