package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chitra.hub.inbound.CashReports.Line.paid;
import static vn.chitra.hub.inbound.CashReports.Line.unpaid;
import static vn.chitra.hub.inbound.CashReports.commune;
import static vn.chitra.hub.inbound.CashReports.postOffice;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chitra.hub.inbound.BankMessages.Line;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.repair.Outcome;
import vn.chitra.hub.repair.RepairAction;

/** Two persons record what became of a payment that no report ends. */
class RecordOutcomeIT {

  private HubStory story;
  private Books books;

  @BeforeEach
  void begin() {
    story = HubStory.begin();
    books = story.books();
  }

  @Test
  void cashThatTheCloseDidNotNameIsRecordedAsPaid() {
    List<String> ids = story.sent(Channel.POST_CASH, 500_000, 600_000);
    story.feed(postOffice(books.batchOf(ids.get(0)), 1, true, paid(ids.get(0), 500_000)));
    assertThat(books.cases()).containsExactly("PAYMENT_UNNAMED");
    assertThat(record(RepairAction.RECORD_PAID, ids.get(1))).isInstanceOf(Outcome.Done.class);
    assertThat(List.of(books.payment(ids.get(1)), books.payout(ids.get(1)))).containsExactly("PAID", "PAID");
    assertThat(books.results(ids.get(1))).containsExactly("PAID 1");
    assertThat(books.statuses(ids.get(1))).containsExactly("PAID APPLIED");
    assertThat(books.cases()).isEmpty();
    books.agree();
  }

  @Test
  void cashThatTheCloseDidNotNameIsRecordedAsNotPaid() {
    List<String> ids = story.sent(Channel.POST_CASH, 500_000, 600_000);
    story.feed(postOffice(books.batchOf(ids.get(0)), 1, true, paid(ids.get(0), 500_000)));
    assertThat(record(RepairAction.RECORD_UNPAID, ids.get(1))).isInstanceOf(Outcome.Done.class);
    assertThat(List.of(books.payment(ids.get(1)), books.payout(ids.get(1)))).containsExactly("UNCOLLECTED", "OPEN");
    assertThat(books.cases()).isEmpty();
    story.carryOver();
    assertThat(books.payout(ids.get(1))).isEqualTo("CARRIED_OVER");
    books.agree();
  }

  @Test
  void aListThatIsNeverClosedIsEndedByPersonsOnceItIsOverdue() {
    List<String> ids = story.sent(Channel.COMMUNE_CASH, 500_000, 600_000);
    Books.BatchRow list = books.batchOf(ids.get(0));
    story.feed(commune(story, list).paid(ids.get(0)).settled(1, 2).closing(1));
    assertThat(books.cases()).containsExactly("LIST_NOT_CLOSABLE");
    assertThat(record(RepairAction.RECORD_PAID, ids.get(0))).isInstanceOf(Outcome.Refused.class);
    story.itIs(LocalDate.of(2027, 1, 5));
    assertThat(record(RepairAction.RECORD_PAID, ids.get(0))).isInstanceOf(Outcome.Done.class);
    assertThat(books.batch(list.id()).listClosed()).isFalse();
    assertThat(record(RepairAction.RECORD_UNPAID, ids.get(1))).isInstanceOf(Outcome.Done.class);
    assertThat(List.of(books.payment(ids.get(0)), books.payment(ids.get(1)))).containsExactly("PAID", "UNCOLLECTED");
    assertThat(books.batch(list.id()).listClosed()).isTrue();
    assertThat(books.cases()).doesNotContain("LIST_NOT_CLOSABLE");
    books.agree();
  }

  @Test
  void aTransferThatTheBankNeverEndsIsRecordedAsNotPaidAndALaterPaidStillCounts() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    story.feed(BankMessages.part(books.batchOf(id), 1, true, Line.of(id, 500_000, "96")));
    assertThat(books.payment(id)).isEqualTo("ACCEPTED");
    assertThat(record(RepairAction.RECORD_UNPAID, id)).as("the bank still owes an outcome").isInstanceOf(Outcome.Refused.class);
    story.itIs(story.today().plusDays(60));
    assertThat(record(RepairAction.RECORD_UNPAID, id)).isInstanceOf(Outcome.Done.class);
    assertThat(books.payment(id)).isEqualTo("REJECTED");
    story.feed(BankMessages.part(books.batchOf(id), 2, true, Line.of(id, 500_000, "00")));
    assertThat(List.of(books.payment(id), books.payout(id))).containsExactly("PAID", "PAID");
    books.agree();
  }

  @Test
  void paidCashThatWasNotGivenOutIsRecordedAsReturnedAndAPersonDecidesFurther() {
    List<String> ids = story.sent(Channel.POST_CASH, 500_000, 600_000);
    Books.BatchRow list = books.batchOf(ids.get(0));
    story.feed(postOffice(list, 1, true, paid(ids.get(0), 500_000), paid(ids.get(1), 600_000)));
    story.feed(postOffice(list, 2, true, paid(ids.get(0), 500_000), unpaid(ids.get(1), 600_000, "K1")));
    assertThat(record(RepairAction.RECORD_UNPAID, ids.get(1))).isInstanceOf(Outcome.Done.class);
    assertThat(List.of(books.payment(ids.get(1)), books.payout(ids.get(1)))).containsExactly("RETURNED", "OPEN");
    assertThat(books.results(ids.get(1))).containsExactly("REOPENED 2");
    story.reroute();
    assertThat(books.payout(ids.get(1))).isEqualTo("HELD");
    assertThat(books.cases()).containsExactly("CHANGED_AFTER_CLOSE", "PAYOUT_HELD");
    books.agree();
  }

  @ParameterizedTest
  @EnumSource(names = {"RECORD_PAID", "RECORD_UNPAID"})
  void nothingIsRecordedWhileThePartnerHasTime(RepairAction action) {
    String transfer = story.sent(Channel.BANK, 500_000).get(0);
    String cash = story.sent(Channel.POST_CASH, 600_000).get(0);
    assertThat(record(action, transfer)).isInstanceOf(Outcome.Refused.class);
    assertThat(record(action, cash)).isInstanceOf(Outcome.Refused.class);
    assertThat(List.of(books.payment(transfer), books.payment(cash))).containsExactly("SENT", "SENT");
  }

  @ParameterizedTest
  @EnumSource(names = {"RECORD_PAID", "RECORD_UNPAID"})
  void aTransferWithAnEndIsNotRecorded(RepairAction action) {
    List<String> ids = story.sent(Channel.BANK, 500_000, 600_000);
    story.feed(BankMessages.part(books.batchOf(ids.get(0)), 1, true, Line.of(ids.get(0), 500_000, "00"),
        Line.of(ids.get(1), 600_000, "01")));
    assertThat(ids).allSatisfy(id -> assertThat(record(action, id)).isInstanceOf(Outcome.Refused.class));
    assertThat(List.of(books.payment(ids.get(0)), books.payment(ids.get(1)))).containsExactly("PAID", "REJECTED");
  }

  @Test
  void theCaseOfAnUnnamedPaymentIsNotClosedWhileItIsAlive() {
    List<String> ids = story.sent(Channel.POST_CASH, 500_000, 600_000);
    story.feed(postOffice(books.batchOf(ids.get(0)), 1, true, paid(ids.get(0), 500_000)));
    long unnamed = story.sql().queryForObject("select case_id from case_record where kind = 'PAYMENT_UNNAMED'", Long.class);
    assertThat(story.wish(RepairAction.CLOSE_CASE, unnamed)).isInstanceOf(Outcome.Refused.class);
    assertThat(books.cases()).containsExactly("PAYMENT_UNNAMED");
  }

  private Outcome record(RepairAction action, String payment) {
    return story.wish(action, books.payoutOf(payment));
  }
}
