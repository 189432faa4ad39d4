package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chitra.hub.inbound.HubStory.NOVEMBER;

import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;
import vn.chitra.hub.account.name.CheckNames;
import vn.chitra.hub.account.name.JudgeNames;
import vn.chitra.hub.fixture.HubFixture;
import vn.chitra.hub.inbound.BankMessages.Line;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.payout.AgencyData;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.payout.PlanPayroll;
import vn.chitra.hub.payout.ReleasePayroll;
import vn.chitra.hub.payout.ReroutePayouts;
import vn.chitra.hub.reconciliation.AdvanceReceipts;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.sim.TwoAtOnce;

/** A timer, an answer or a person reads a state that another transaction is about to change. */
class RacesIT {

  private static final YearMonth DECEMBER = YearMonth.of(2026, 12);
  private static final AgencyData.Account OTHER = new AgencyData.Account("970405", "2700201999999", "NGUYEN THI DUC HUYEN");
  /** Stops a confirmation after its last word about payments, before its commit. */
  private static final String ITS_FILE = "select 1 from file where file_id = ? for no key update";

  private HubStory story;
  private Books books;
  private TwoAtOnce two;

  @BeforeEach
  void begin() throws Exception {
    story = HubStory.begin();
    books = story.books();
    two = new TwoAtOnce(HubFixture.get().connect(), HubFixture.get().connect());
  }

  @AfterEach
  void nobodyWaits() throws Exception {
    two.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"01", "04", "05"})
  void beforeItsNewPayrollIsPlannedNothingDecidesOnTheOldPaymentOfARevivedPayout(String code) {
    String id = carriedOver(code);
    String payroll = story.payouts().revive(id, DECEMBER);
    story.agency().accounts.put(books.entitlement(id), OTHER);
    for (int day : new int[] {1, 14, 20}) {
      story.itIs(DECEMBER.atDay(day));
      assertThat(story.reroutesDue()).isZero();
      story.bean(ReroutePayouts.class).reroute();
      story.bean(ReroutePayouts.class).reroute();
    }
    assertThat(books.payoutRow(id)).containsEntry("state", "OPEN").containsEntry("attempt", 1)
        .containsEntry("current_payroll_id", payroll);
    assertThat(books.cases()).doesNotContain("PAYOUT_HELD");

    story.itIs(DECEMBER.atDay(1));
    story.plan(payroll);
    story.bean(ReleasePayroll.class).release(payroll);
    String next = story.newestPayments(payroll).get(0);
    story.send();
    story.feed(BankMessages.part(books.batchOf(next), 1, true, Line.of(next, 500_000, "00")));
    assertThat(books.payout(id)).isEqualTo("PAID");
  }

  /** The new payment is not committed when the payroll is released, and the payroll was not released when the payment was made. */
  @Test
  void aPaymentThatStartsWhileItsPayrollIsReleasedTravelsWithIt() throws Exception {
    String payroll = story.payouts().take(Channel.BANK, 500_000);
    story.plan(payroll);
    String id = story.newestPayments(payroll).get(0);
    story.sql().update("update payment set state = 'CANCELLED', reason_code = 'ACCOUNT_CLOSED'");
    story.agency().accounts.put(books.entitlement(id), OTHER);
    story.reroute();
    assertThat(books.payoutRow(id)).containsEntry("hold_reason", "ACCOUNT_TO_CORRECT");

    two.holds("select 1 from case_record where kind = 'PAYOUT_HELD' for update")
        .start(() -> story.bean(ReroutePayouts.class).reroute())
        .start(() -> story.bean(ReleasePayroll.class).release(payroll))
        .letGo();

    assertThat(story.sql().queryForList("select p.state || ' ' || l.state || ' ' || (w.released_at is not null) from payroll p, payment l"
        + " join planned_payment w using (payment_id) where l.attempt = 2", String.class)).containsExactly("RELEASED PLANNED true");
  }

  @Test
  void aPaymentPlannedWhileItsPredecessorIsPaidAfterAllIsFrozen() throws Exception {
    String id = handedBack();
    String payroll = story.payouts().takeTheKeyOf(id);
    story.arrive(paid(id));

    two.holds("insert into funding_need (payroll_id, partner, item_count, total_vnd, revision, updated_at) values (?, ?, 1, 1, 1, now())",
            payroll, HubStory.BANK)
        .start(() -> story.plan(payroll))
        .start(story::confirm)
        .takeBack();

    assertThat(books.payment(id)).isEqualTo("PAID_IN_ERROR");
    String next = story.newestPayments(payroll).get(0);
    assertThat(books.paymentRow(next)).containsEntry("state", "PLANNED").containsEntry("frozen", true);
    assertThat(books.payout(next)).isEqualTo("OPEN");
    books.agree();
  }

  @Test
  void aPayoutHeldBecauseItsPredecessorWasPaidIsNotPlanned() throws Exception {
    String id = handedBack();
    String payroll = story.payouts().takeTheKeyOf(id);
    two.holds(ITS_FILE, arrived(paid(id))).start(story::confirm).start(() -> story.plan(payroll)).letGo();
    heldForItsPredecessor(payroll);
  }

  /** The payout that took the key is made when the word of the payment has looked for it already. */
  @Test
  void aPayoutTakenWhileItsPredecessorIsPaidAfterAllIsHeldWhenItIsPlanned() throws Exception {
    String id = handedBack();
    two.holds(ITS_FILE, arrived(paid(id))).start(story::confirm);
    String payroll = story.payouts().takeTheKeyOf(id);
    two.start(() -> story.plan(payroll)).letGo();
    heldForItsPredecessor(payroll);
  }

  @Test
  void aPayoutTakenAfterItsPredecessorWasPaidAfterAllIsHeldWhenItIsPlanned() {
    String id = handedBack();
    story.feed(paid(id));
    String payroll = story.payouts().takeTheKeyOf(id);
    story.plan(payroll);
    heldForItsPredecessor(payroll);
  }

  /** The file that carried the predecessor was refused and is answered after all: it may still pay. */
  @Test
  void aPayoutIsNotPlannedWhileARefusedFileMayStillPayItsPredecessor() throws Exception {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    Books.BatchRow batch = books.batchOf(id);
    story.feed(BankMessages.ack(batch, 1, false, "F3"));
    story.sql().update("update payment set state = 'CANCELLED' where end_to_end_id = ?", id);
    story.payouts().giveBack(id, "HANDED_BACK", true);
    long file = arrived(BankMessages.ack(batch, 2, true, "00"));
    two.holds(ITS_FILE, file).start(story::confirm);
    String payroll = story.payouts().takeTheKeyOf(id);
    two.start(() -> story.plan(payroll)).letGo();
    assertThat(story.sql().queryForList("select p.state || ' ' || p.hold_reason from payout p where p.payroll_id = ?", String.class,
        payroll))
        .containsExactly("HELD PREDECESSOR_PAID");
    assertThat(books.cases()).contains("PAYOUT_HELD", "REFUSED_FILE_ANSWERED");
  }

  @Test
  void aPayoutHeldByAPersonWhileItsPayrollIsPlannedGetsNoPayment() throws Exception {
    String payroll = story.payouts().take(Channel.BANK, 500_000, 600_000);
    two.holds("update payout set state = 'HELD', hold_reason = 'BY_HAND' where payroll_id = ? and line_no = 1", payroll)
        .start(() -> story.plan(payroll))
        .letGo();
    assertThat(story.sql().queryForList("select p.line_no || ' ' || p.state || ' ' || coalesce(l.state, 'none') from payout p"
        + " left join payment l using (payout_id) order by 1", String.class)).containsExactly("1 HELD none", "2 OPEN PLANNED");
    assertThat(books.needs(payroll)).containsExactly("agribank 1 600000", "none 1 500000");
    books.agree();
  }

  @Test
  void theFundingNeedCountsARevivedPayoutOnceThatItsOldPaymentPaysWhileItIsPlanned() throws Exception {
    String id = carriedOver("01");
    String payroll = story.payouts().revive(id, DECEMBER);
    story.sql().update("update payout set state = 'HELD', hold_reason = 'TWO_ACCOUNTS'");
    long file = arrived(BankMessages.part(books.batchOf(id), 2, true, Line.of(id, 500_000, "00")));
    two.holds(ITS_FILE, file).start(story::confirm).start(() -> story.plan(payroll)).letGo();
    assertThat(books.payout(id)).isEqualTo("PAID");
    assertThat(books.needs(payroll)).contains("agribank 1 500000").doesNotContain("none 1 500000");
    books.agree();
  }

  /** A part about another file says how the payment ended, with another amount: the refusal of its file does not let it travel again. */
  @Test
  void aRefusedFileKeepsAPaymentThatABankSpeaksOfAtThatMoment() throws Exception {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    story.feed(BankMessages.ack(books.batchOf(id), 1, true, "00"));
    String other = story.sent(Channel.BANK, 600_000).get(0);
    story.feed(BankMessages.ack(books.batchOf(other), 1, true, "00"));
    long part = arrived(BankMessages.part(books.batchOf(other), 1, false, Line.of(id, 400_000, "00")));
    long refusal = arrived(BankMessages.ack(books.batchOf(id), 2, false, "F3"));

    two.holds(ITS_FILE, part).start(() -> confirm(part)).start(() -> confirm(refusal)).letGo();

    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.batchOf(id).state()).isEqualTo("REFUSED");
  }

  /** A return is booked for a payment of a file that is being refused at that moment: it is judged as speaking of a refused file. */
  @Test
  void aReturnBookedForAFileThatIsJustRefusedReturnsNothing() throws Exception {
    String id = story.handOverTo("970436", Channel.BANK, 500_000).get(0);
    story.send();
    long refusal = arrived(IsoMessage.file(IsoMessage.group(1, "10", "2026-11-04T08:00:00+07:00", "RJCT FF01", "")));
    long booking = arrived(IsoMessage.file(IsoMessage.booked(id, "500000", "CRDT", "BOOK", IsoMessage.returned("AC04"))));

    two.holds(ITS_FILE, refusal).start(() -> confirm(refusal)).start(() -> confirm(booking)).letGo();

    assertThat(books.payment(id)).isEqualTo("PLANNED");
    assertThat(story.sql().queryForList("select effect from payment_status", String.class)).containsExactly("REFUSED_FILE");
  }

  /** Two payments leave an open batch at once; neither transaction sees what the other took out. */
  @Test
  void theLinesOfAFileAreNumberedWithoutAGapWhoeverLeftItsBatchMeanwhile() throws Exception {
    String other = story.sent(Channel.BANK, 900_000).get(0);
    List<String> ids = story.handOver(Channel.BANK, 100_000, 200_000, 300_000, 400_000, 500_000);
    story.gather();
    long part = arrived(BankMessages.part(books.batchOf(other), 1, false, Line.of(ids.get(0), 100_000, "00")));

    two.holds("update payment set state = 'PLANNED', frozen = true, batch_id = null, batch_line = null where end_to_end_id = ?", ids.get(3))
        .start(() -> confirm(part))
        .holds("update payment set batch_line = 4 where end_to_end_id = ?", ids.get(4))
        .letGo();
    story.build();

    assertThat(new String(story.archived(books.batchOf(ids.get(4)).sha256())))
        .contains("D|1|" + ids.get(1), "D|2|" + ids.get(2), "D|3|" + ids.get(4));
  }

  @Test
  void anReplyThatIsJustReadIsNotOverdue() throws Exception {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    story.itIs(story.today().plusDays(1));
    story.watchReplies();
    assertThat(books.cases()).as("this day it is late").containsExactly("ANSWER_OVERDUE");
    story.sql().update("delete from case_record");
    long file = arrived(BankMessages.ack(books.batchOf(id), 1, true, "00"));

    two.holds(ITS_FILE, file).start(story::confirm).start(() -> story.watchReplies()).letGo();

    assertThat(books.batchOf(id).state()).isEqualTo("ACKNOWLEDGED");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void aMonthInWhichMoneyJustComesBackIsNotClosed() throws Exception {
    String id = paidInNovember();
    story.arrive(BankMessages.part(books.batchOf(id), 2, true, Line.of(id, 500_000, "20")));

    two.holds("select 1 from payout_result for no key update").start(story::confirm)
        .start(() -> story.closeMonths()).letGo();

    assertThat(books.payout(id)).isEqualTo("OPEN");
    assertThat(closedMonths()).isZero();
    assertThat(books.bookings(id)).containsExactly("11 agribank HANDED_OVER +", "11 agribank PAID +", "11 agribank PAID -");
  }

  @Test
  void moneyThatComesBackWhileItsMonthIsClosedComesBackInTheNextOne() throws Exception {
    String id = paidInNovember();
    story.arrive(BankMessages.part(books.batchOf(id), 2, true, Line.of(id, 500_000, "20")));

    two.holds("insert into period_close (programme, period, closed_at) values ('BTXH', '2026-11-01', now())")
        .start(() -> story.closeMonths()).start(story::confirm).takeBack();

    assertThat(closedMonths()).isEqualTo(1);
    assertThat(books.bookings(id)).containsExactly("11 agribank HANDED_OVER +", "11 agribank PAID +", "12 agribank CAME_BACK +");
    assertThat(books.payoutRow(id).get("period")).hasToString("2026-12-01");
    books.agree();
  }

  @Test
  void aReceiptThatIsCancelledAtThatMomentStaysCancelled() throws Exception {
    String payroll = story.payouts().take(Channel.BANK, 500_000);
    story.sql().update("update payout set state = 'HELD', hold_reason = 'TWO_ACCOUNTS'");
    story.plan(payroll);
    story.bean(ReleasePayroll.class).release(payroll);

    two.holds("update payroll set state = 'CANCELLED', receipt_status = 'CANCELLED', receipt_revision = receipt_revision + 1,"
        + " version = version + 1").start(() -> story.bean(AdvanceReceipts.class).advance()).letGo();

    assertThat(story.sql().queryForObject("select receipt_status from payroll", String.class)).isEqualTo("CANCELLED");
  }

  @Test
  void aPaymentThatIsTakenBackAtThatMomentIsNotQueriedAboutForItsName() throws Exception {
    story.handOverTo("970422", Channel.BANK, 500_000);
    story.names().says("2700201000001", 200, "{\"name\":\"LO VAN PHIN\",\"status\":\"OPEN\"}");
    var bank = story.bean(Partners.class).byId("mb").orElseThrow();
    story.sql()
        .update("insert into account_name (partner, bank_bin, account_no, account_status, holder, queried_at) values ('mb', '970422',"
        + " '2700201000001', 'OPEN', 'LO VAN PHIN', ?)", Timestamp.from(HubFixture.get().clock().instant()));
    assertThat(story.bean(CheckNames.class).due()).isPositive();

    two.holds("update payment set state = 'CANCELLED', reason_code = 'WITHDRAWN'")
        .start(() -> story.bean(JudgeNames.class).settle(bank, 100)).letGo();

    assertThat(books.cases()).isEmpty();
    assertThat(story.sql().queryForObject("select frozen from payment", Boolean.class)).isFalse();
  }

  /** The payout is held again at the moment at which a person closes the case about its first hold. */
  @Test
  void aCaseWhoseCauseIsJustComingBackIsNotClosed() throws Exception {
    String id = story.handOver(Channel.BANK, 500_000).get(0);
    story.sql().update("insert into case_record (kind, subject, evidence, state, opened_at) values ('PAYOUT_HELD', ?, 'Tạm giữ.', 'OPEN',"
        + " now())", "payout:" + books.payoutOf(id));
    long number = story.sql().queryForObject("select case_id from case_record", Long.class);
    two.holds("select 1 from payout for update").holds("update payment set frozen = true")
        .start(() -> story.repair(RepairAction.CLOSE_CASE, number)).letGo();
    assertThat(books.cases()).containsExactly("PAYOUT_HELD");
  }

  private String paidInNovember() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    story.feed(BankMessages.part(books.batchOf(id), 1, true, Line.of(id, 500_000, "00")));
    story.itIs(NOVEMBER.atDay(25));
    return id;
  }

  private int closedMonths() {
    return story.sql().queryForObject("select count(*) from period_close", Integer.class);
  }

  private void heldForItsPredecessor(String payroll) {
    assertThat(story.sql().queryForList("select p.state || ' ' || p.hold_reason || ' ' || (select count(*) from payment l"
        + " where l.payout_id = p.payout_id) from payout p where p.payroll_id = ?", String.class, payroll))
        .containsExactly("HELD PREDECESSOR_PAID 0");
    assertThat(books.cases()).containsExactly("PAID_IN_ERROR", "PAYOUT_HELD");
    books.agree();
  }

  private HubStory.InboundFile paid(String id) {
    return BankMessages.part(books.batchOf(id), 7, true, Line.of(id, 500_000, "00"));
  }

  private String handedBack() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    story.sql().update("update payment set state = 'REJECTED' where end_to_end_id = ?", id);
    story.payouts().giveBack(id, "HANDED_BACK", true);
    return id;
  }

  private String carriedOver(String code) {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    story.feed(BankMessages.part(books.batchOf(id), 1, true, Line.of(id, 500_000, code)));
    story.reroute();
    story.itIs(NOVEMBER.atDay(24));
    story.reroute();
    assertThat(books.payout(id)).isEqualTo("CARRIED_OVER");
    return id;
  }

  private long arrived(HubStory.InboundFile file) {
    story.arrive(file);
    return story.sql().queryForObject("select max(file_id) from file where direction = 'IN'", Long.class);
  }

  private void confirm(long file) {
    AppliedFile.apply(story.bean(ApplyFile.class), story.bean(PlatformTransactionManager.class), file);
  }
}
