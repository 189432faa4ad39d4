package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.inbound.BankMessages.Line;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.repair.Outcome;
import vn.chitra.hub.repair.RepairAction;

/** PAID always counts: on payments that were not sent, that were given up, that have a successor. */
class LatePaidIT {

  private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

  private HubStory story;
  private Books books;

  @BeforeEach
  void begin() {
    story = HubStory.begin();
    books = story.books();
  }

  @Test
  void paidOnPlannedIsPaidAndACase() {
    Books.BatchRow other = books.batchOf(story.sent(Channel.BANK, 900_000).get(0));
    String id = story.handOver(Channel.BANK, 500_000).get(0);
    story.feed(BankMessages.part(other, 1, false, Line.of(id, 500_000, "00")));
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.cases()).containsExactly("PAID_UNEXPECTEDLY");
  }

  @Test
  void paidOnBatchedLeavesItsBatchAndTheOthersTravel() {
    Books.BatchRow other = books.batchOf(story.sent(Channel.BANK, 900_000).get(0));
    List<String> ids = story.handOver(Channel.BANK, 500_000, 600_000, 700_000);
    story.gather();
    assertThat(books.payment(ids.get(1))).isEqualTo("BATCHED");
    story.feed(BankMessages.part(other, 1, false, Line.of(ids.get(1), 600_000, "00")));
    assertThat(books.payment(ids.get(1))).isEqualTo("PAID");
    assertThat(books.paymentRow(ids.get(1))).containsEntry("batch_id", null);
    assertThat(books.cases()).containsExactly("PAID_UNEXPECTEDLY");
    story.build();
    Books.BatchRow batch = books.batchOf(ids.get(0));
    assertThat(batch.state()).isEqualTo("BUILT");
    assertThat(new String(story.archived(batch.sha256()))).contains("|2|1200000", "D|1|" + ids.get(0), "D|2|" + ids.get(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"REJECTED", "UNCOLLECTED", "CANCELLED"})
  void paidOnAFinalNegativeOfAnOpenPayoutCounts(String state) {
    String id = sentAndGivenUp(state);
    story.feed(paid(id));
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.results(id)).containsExactly("PAID 1");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void paidOfAHeldPayoutEndsTheHold() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    story.feed(BankMessages.part(books.batchOf(id), 1, true, Line.of(id, 500_000, "06")));
    story.sql().update("update case_record set state = 'CLOSED'");
    story.reroute();
    assertThat(books.payout(id)).isEqualTo("HELD");
    assertThat(books.cases()).containsExactly("PAYOUT_HELD");
    story.feed(BankMessages.part(books.batchOf(id), 2, true, Line.of(id, 500_000, "00")));
    assertThat(books.payout(id)).isEqualTo("PAID");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void paidOfACarriedOverPayoutCorrectsTheResult() {
    String id = rejectedAndCarriedOver();
    assertThat(books.results(id)).containsExactly("CARRIED_OVER 1");
    story.feed(BankMessages.part(books.batchOf(id), 2, true, Line.of(id, 500_000, "00")));
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.payout(id)).isEqualTo("PAID");
    assertThat(books.results(id)).containsExactly("PAID 2");
    assertThat(books.bookings(id)).containsExactly("11 agribank HANDED_OVER +", "11 agribank CARRIED_OUT +", "11 agribank CARRIED_OUT -",
        "11 agribank PAID +");
  }

  @Test
  void afterTheCloseItIsCarriedInAndPaidInTheOpenMonth() {
    String id = rejectedAndCarriedOver();
    story.close(HubStory.NOVEMBER);
    story.feed(BankMessages.part(books.batchOf(id), 2, true, Line.of(id, 500_000, "00")));
    assertThat(books.payout(id)).isEqualTo("PAID");
    assertThat(books.bookings(id)).containsExactly("11 agribank HANDED_OVER +", "11 agribank CARRIED_OUT +", "12 agribank CARRIED_IN +",
        "12 agribank PAID +");
    story.feed(BankMessages.part(books.batchOf(id), 3, true, Line.of(id, 500_000, "20")));
    assertThat(books.payout(id)).isEqualTo("OPEN");
    assertThat(books.bookings(id)).hasSize(5).endsWith("12 agribank PAID -");
  }

  @Test
  void aRevivedPayoutIsPaidByItsOldPaymentBeforeItIsPlanned() {
    String id = rejectedAndCarriedOver();
    String payroll = story.payouts().revive(id, DECEMBER);
    story.feedUnbalanced(BankMessages.part(books.batchOf(id), 2, true, Line.of(id, 500_000, "00")));
    story.plan(payroll);
    books.agree();
    assertThat(books.payout(id)).isEqualTo("PAID");
    assertThat(books.results(id)).containsExactly("CARRIED_OVER 1", "PAID 1");
  }

  @Test
  void aRevivedPayoutWithALivingPaymentIsNotPaidByItsOldOne() {
    String id = rejectedAndCarriedOver();
    String payroll = story.payouts().revive(id, DECEMBER);
    story.plan(payroll);
    String next = story.newestPayments(payroll).get(0);
    story.feed(BankMessages.part(books.batchOf(id), 2, true, Line.of(id, 500_000, "00")));
    assertThat(books.payment(id)).isEqualTo("PAID_IN_ERROR");
    assertThat(books.paymentRow(next)).containsEntry("state", "PLANNED").containsEntry("frozen", true);
  }

  @Test
  void aPlannedSuccessorIsFrozen() {
    String id = sentAndGivenUp("REJECTED");
    String next = story.payouts().anotherPayment(id, Channel.POST_CASH);
    story.feed(paid(id));
    assertThat(books.payment(id)).isEqualTo("PAID_IN_ERROR");
    assertThat(books.paymentRow(next)).containsEntry("state", "PLANNED").containsEntry("frozen", true);
    assertThat(books.payout(id)).isEqualTo("OPEN");
    assertThat(books.results(id)).isEmpty();
    assertThat(books.cases()).containsExactly("PAID_IN_ERROR");
  }

  @Test
  void anErrorThatComesBackIsRecoveredAndItsSuccessorQueriesToBeLetGo() {
    String id = sentAndGivenUp("REJECTED");
    String next = story.payouts().anotherPayment(id, Channel.POST_CASH);
    story.feed(paid(id));
    List<String> before = books.bookings(id);
    story.feed(BankMessages.part(books.batchOf(id), 8, true, Line.of(id, 500_000, "20")));
    assertThat(books.payment(id)).isEqualTo("RETURNED");
    assertThat(books.paymentRow(next)).containsEntry("state", "PLANNED").containsEntry("frozen", true);
    assertThat(books.payout(id)).isEqualTo("OPEN");
    assertThat(books.bookings(id)).isEqualTo(before);
    assertThat(books.cases()).containsExactly("PAYMENT_RETURNED", "PAYOUT_HELD");
  }

  @Test
  void anErrorAfterTheLiabilityWasGivenBackIsRecoveredWithoutOpeningIt() {
    String id = sentAndGivenUp("REJECTED");
    story.payouts().giveBack(id, "HANDED_BACK", false);
    story.feed(paid(id));
    story.feed(BankMessages.part(books.batchOf(id), 8, true, Line.of(id, 500_000, "20")));
    assertThat(books.payment(id)).isEqualTo("RETURNED");
    assertThat(books.payout(id)).isEqualTo("HANDED_BACK");
    assertThat(books.cases()).doesNotContain("PAID_IN_ERROR");
  }

  @Test
  void aBatchedSuccessorIsFrozenAndDoesNotTravel() {
    String id = sentAndGivenUp("REJECTED");
    String next = story.payouts().anotherPayment(id, Channel.BANK);
    String beside = story.handOver(Channel.BANK, 700_000).get(0);
    story.gather();
    assertThat(books.payment(next)).isEqualTo("BATCHED");
    story.feed(paid(id));
    assertThat(books.paymentRow(next)).containsEntry("frozen", true).containsEntry("state", "PLANNED").containsEntry("batch_id", null);
    story.build();
    assertThat(books.payment(next)).isEqualTo("PLANNED");
    assertThat(books.payment(beside)).isEqualTo("SENT");
    assertThat(books.batchOf(beside).state()).isEqualTo("BUILT");
  }

  @Test
  void aSuccessorThatIsOutThereGoesOn() {
    String id = sentAndGivenUp("REJECTED");
    String next = story.payouts().anotherPayment(id, Channel.BANK);
    story.send();
    story.feed(paid(id));
    assertThat(books.payment(id)).isEqualTo("PAID_IN_ERROR");
    assertThat(books.paymentRow(next)).containsEntry("state", "SENT").containsEntry("frozen", false);
    story.feed(BankMessages.part(books.batchOf(next), 1, true, Line.of(next, 500_000, "00")));
    assertThat(books.payment(next)).isEqualTo("PAID");
  }

  @Test
  void twoOldPaymentsPaidInOneFileAreOnePaidAndOnePaidInError() {
    String id = sentAndGivenUp("REJECTED");
    String next = story.payouts().anotherPayment(id, Channel.BANK);
    story.send();
    story.feed(BankMessages.part(books.batchOf(next), 1, true, Line.of(next, 500_000, "01")));
    story.feed(BankMessages.part(books.batchOf(next), 2, true, Line.of(id, 500_000, "00"), Line.of(next, 500_000, "00")));
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.payment(next)).isEqualTo("PAID_IN_ERROR");
  }

  @Test
  void linesAboutTwoPaymentsOfOnePayoutAreHeardInTheirOrder() {
    String id = sentAndGivenUp("REJECTED");
    String next = story.payouts().anotherPayment(id, Channel.BANK);
    story.send();
    story.feed(BankMessages.part(books.batchOf(next), 1, true, Line.of(next, 500_000, "01"), Line.of(id, 500_000, "00")));
    assertThat(books.payment(next)).isEqualTo("REJECTED");
    assertThat(books.payment(id)).isEqualTo("PAID");
  }

  @Test
  void aLatePaymentAtAnotherPartnerMovesThePayoutThere() {
    String id = sentAndGivenUp("REJECTED");
    String next = story.payouts().anotherPayment(id, Channel.POST_CASH);
    story.send();
    story.feed(CashReports.postOffice(books.batchOf(next), 1, true, CashReports.Line.unpaid(next, 500_000, "K1")));
    story.feed(paid(id));
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.bookings(id)).endsWith("11 buu-dien MOVED_OUT +", "11 agribank MOVED_IN +", "11 agribank PAID +");
  }

  @Test
  void aLatePaymentOfAPayoutHeldAtNoPartnerMovesItFromThere() {
    String id = rejectedAndCarriedOver();
    String payroll = story.payouts().revive(id, DECEMBER);
    story.sql().update("update payout set bank_bin = '999999'");
    story.plan(payroll);
    assertThat(books.payout(id)).isEqualTo("HELD");
    story.feed(BankMessages.part(books.batchOf(id), 2, true, Line.of(id, 500_000, "00")));
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.bookings(id)).endsWith("12 none CARRIED_IN +", "12 none MOVED_OUT +", "12 agribank MOVED_IN +", "12 agribank PAID +");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HANDED_BACK", "STOPPED"})
  void afterTheLiabilityWasGivenBackPaidIsAnError(String state) {
    String id = sentAndGivenUp("REJECTED");
    story.payouts().giveBack(id, state, false);
    story.feed(paid(id));
    assertThat(books.payment(id)).isEqualTo("PAID_IN_ERROR");
    assertThat(books.payout(id)).isEqualTo(state);
    assertThat(books.cases()).containsExactly("PAID_IN_ERROR");
  }

  @Test
  void aPayoutThatTookTheFreedKeyIsFrozenToo() {
    String id = sentAndGivenUp("REJECTED");
    String next = successorOf(id);
    story.feed(paid(id));
    assertThat(books.payment(id)).isEqualTo("PAID_IN_ERROR");
    assertThat(books.paymentRow(next)).containsEntry("frozen", true);
  }

  @Test
  void aPayoutThatTookTheFreedKeyIsNotLetGoBeforeTheErrorIsSettled() {
    String id = sentAndGivenUp("REJECTED");
    String next = successorOf(id);
    story.feed(paid(id));
    assertThat(story.wish(RepairAction.UNFREEZE_PAYOUT, books.payoutOf(next))).isInstanceOf(Outcome.Refused.class);
    assertThat(books.paymentRow(next)).containsEntry("frozen", true);
    assertThat(books.cases()).containsExactly("PAID_IN_ERROR");
    assertThat(story.wish(RepairAction.WRITE_OFF_ERROR, books.payoutOf(id))).isInstanceOf(Outcome.Done.class);
    assertThat(books.cases()).as("a person decides about the one that is frozen").containsExactly("PAYOUT_HELD");
    assertThat(story.wish(RepairAction.UNFREEZE_PAYOUT, books.payoutOf(next))).isInstanceOf(Outcome.Done.class);
    assertThat(books.paymentRow(next)).containsEntry("frozen", false);
  }

  @Test
  void whatWasFrozenForAnErrorThatCameBackIsACase() {
    String id = sentAndGivenUp("REJECTED");
    String next = successorOf(id);
    story.feed(paid(id));
    story.feed(BankMessages.part(books.batchOf(id), 8, true, Line.of(id, 500_000, "20")));
    assertThat(books.payment(id)).isEqualTo("RETURNED");
    assertThat(story.sql().queryForList("select subject from case_record where kind = 'PAYOUT_HELD' and state = 'OPEN'", String.class))
        .containsExactly("payout:" + books.payoutOf(next));
  }

  /** Of a payout that was handed back: of the same person and month. @return its payment */
  private String successorOf(String id) {
    story.payouts().giveBack(id, "HANDED_BACK", true);
    String payroll = story.payouts().take(Channel.BANK, 500_000);
    story.sql().execute("alter table payout disable trigger payout_is_its_line");
    story.sql().update("update payout set entitlement_id = (select entitlement_id from payout where payout_id = ?) where payroll_id = ?",
        books.payoutOf(id), payroll);
    story.sql().execute("alter table payout enable trigger payout_is_its_line");
    story.plan(payroll);
    return story.newestPayments(payroll).get(0);
  }

  @Test
  void moneyOfAnOlderPaymentThatCameBackIsNotGivenAwayByTheNewerOnesReason() {
    String id = sentAndGivenUp("REJECTED");
    String next = story.payouts().anotherPayment(id, Channel.BANK);
    story.send();
    story.feed(BankMessages.part(books.batchOf(next), 1, true, Line.of(next, 500_000, "01")));
    story.feed(paid(id));
    story.feed(BankMessages.part(books.batchOf(id), 8, true, Line.of(id, 500_000, "20")));
    story.carryOver();
    assertThat(books.payout(id)).isIn("OPEN", "HELD");
  }

  private HubStory.InboundFile paid(String id) {
    return BankMessages.part(books.batchOf(id), 7, true, Line.of(id, 500_000, "00"));
  }

  private String sentAndGivenUp(String state) {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    story.sql().update("update payment set state = ? where end_to_end_id = ?", state, id);
    return id;
  }

  private String rejectedAndCarriedOver() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    story.feed(BankMessages.part(books.batchOf(id), 1, true, Line.of(id, 500_000, "01")));
    story.carryOver();
    assertThat(books.payout(id)).isEqualTo("CARRIED_OVER");
    return id;
  }
}
