package vn.chitra.hub.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chitra.hub.batch.BatchPayments;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.fixture.WelfareFixture;
import vn.chitra.hub.payout.PlanPayroll;
import vn.chitra.hub.payout.ReleasePayroll;
import vn.chitra.hub.payout.ReroutePayouts;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Outcome;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Repairs;
import vn.chitra.hub.repair.Role;

/** Persons who die, move or close an account between the list and the payment. */
class RecheckPersonsIT {

  private static final String NOV = "BTXH-04792-2026-11";

  private FlowHub hub;
  private WelfareFixture welfare;
  private RecheckPersons look;

  @BeforeEach
  void threePeopleAndOnePayroll() {
    hub = FlowHub.begin();
    welfare = hub.welfare;
    look = hub.bean(RecheckPersons.class);
    welfare.people(1, 3).payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").regular(NOV, 2, 2, "2026-11").regular(NOV, 3, 3, "2026-11")
        .approve(NOV);
  }

  @Test
  void whoDiedBeforeTheMonthsIsStoppedAtRelease() {
    hub.take(NOV);
    hub.bean(PlanPayroll.class).plan(NOV);
    welfare.status(2, "DECEASED", "2026-10-25");

    assertThat(look.atRelease(NOV)).isEqualTo(1);
    hub.bean(ReleasePayroll.class).release(NOV);
    hub.bean(ReroutePayouts.class).reroute();

    assertThat(hub.paymentRow(hub.payment(NOV, 2))).containsEntry("state", "CANCELLED").containsEntry("reason_code", "DECEASED");
    assertThat(welfare.payout(NOV, 2)).containsEntry("state", "STOPPED").containsEntry("key_freed", false);
    assertThat(hub.results()).containsExactly(NOV + "/2 STOPPED 1");
    assertThat(hub.bookings(NOV, 2)).containsExactly("11 agribank HANDED_OVER +", "11 agribank HANDED_BACK +");
    assertThat(hub.jdbc.queryForObject("select item_count from funding_need", Integer.class)).isEqualTo(2);
    hub.send();
    assertThat(hub.jdbc.queryForList("select state from payment order by payment_id", String.class))
        .containsExactly("SENT", "CANCELLED", "SENT");
    assertThat(hub.balances()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"DECEASED, 2026-11-02", "MOVED, 2026-11-01", "SUSPENDED, 2026-12-01", "ACTIVE,"})
  void whoIsOwedTheMonthIsPaid(String status, String on) {
    hub.handOver(NOV);
    hub.gather();
    welfare.status(2, status, on);
    assertThat(look.atBatch(batch())).isZero();
  }

  @ParameterizedTest
  @CsvSource({"MOVED, 2026-10-20, MOVED", "SUSPENDED, 2026-10-01, SUSPENDED", "STOPPED, 2026-09-30, STOPPED",
      "MOVED,, STATUS_WITHOUT_DATE"})
  void whoIsOwedNothingByTheAgencysDataIsTakenOutOfTheBatchAndHeld(String status, String on, String reason) {
    hub.handOver(NOV);
    hub.gather();
    welfare.status(1, status, on);

    assertThat(look.atBatch(batch())).isEqualTo(1);
    hub.build();
    hub.bean(ReroutePayouts.class).reroute();

    assertThat(hub.paymentRow(hub.payment(NOV, 1))).containsEntry("state", "CANCELLED").containsEntry("reason_code", reason);
    assertThat(welfare.payout(NOV, 1)).containsEntry("state", "HELD").containsEntry("hold_reason", reason);
    assertThat(hub.cases()).containsExactly("PAYOUT_HELD");
    assertThat(hub.jdbc.queryForMap("select state, payment_count from batch")).containsEntry("state", "BUILT")
        .containsEntry("payment_count", 2);
    assertThat(hub.jdbc.queryForList("select batch_line from payment where state = 'SENT' order by 1", Integer.class))
        .containsExactly(1, 2);
    assertThat(hub.balances()).isTrue();
  }

  @Test
  void theEndOfAnEntitlementCountsToo() {
    hub.handOver(NOV);
    hub.gather();
    welfare.province.update("update welfare.entitlement set valid_to = '2026-10-31' where entitlement_id = 'QD-3'");
    assertThat(look.atBatch(batch())).isEqualTo(1);
    assertThat(hub.paymentRow(hub.payment(NOV, 3))).containsEntry("reason_code", "NOT_ENTITLED");
  }

  @Test
  void aClosedAccountWaitsForAnotherAndGoesOnByItself() {
    hub.handOver(NOV);
    hub.gather();
    welfare.province.update("update welfare.payment_account set closed_on = ? where entitlement_id = 'QD-1'",
        Date.valueOf(hub.today()));
    look.atBatch(batch());
    hub.bean(ReroutePayouts.class).reroute();
    assertThat(welfare.payout(NOV, 1)).containsEntry("state", "HELD").containsEntry("hold_reason", "ACCOUNT_TO_CORRECT");

    welfare.account(1, "2700205177777", hub.today().toString());
    hub.bean(ReroutePayouts.class).reroute();

    assertThat(hub.paymentRow(hub.payment(NOV, 1))).containsEntry("state", "PLANNED").containsEntry("account_no", "2700205177777")
        .containsEntry("attempt", 2);
    assertThat(hub.cases()).isEmpty();
    assertThat(look.atRelease(NOV)).isZero();
    assertThat(hub.balances()).isTrue();
  }

  /** A file that is being written holds its payments: they leave with it, or they left before. */
  @Test
  void nobodyTakesAPaymentOutOfAFileThatIsBeingWritten() throws Exception {
    hub.handOver(NOV);
    hub.gather();
    welfare.status(1, "DECEASED", "2026-10-01");
    long batch = batch();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> taken = new TransactionTemplate(hub.bean(PlatformTransactionManager.class)).execute(status -> {
        hub.bean(BatchPayments.class).load(batch);
        Future<Integer> waits = other.submit(() -> look.atBatch(batch));
        await().atMost(Duration.ofSeconds(20)).until(() -> hub.jdbc.queryForObject("select count(*) from pg_stat_activity"
            + " where wait_event_type = 'Lock' and datname = current_database()", Integer.class) > 0);
        hub.build();
        return waits;
      });
      assertThat(taken.get(30, TimeUnit.SECONDS)).isZero();
    } finally {
      other.shutdownNow();
    }
    assertThat(hub.jdbc.queryForList("select distinct state from payment", String.class)).containsExactly("SENT");
    assertThat(hub.cases()).isEmpty();
  }

  @Test
  void anAccountThatIsGoneIsAClosedOne() {
    hub.handOver(NOV);
    welfare.withoutAccount(2);
    assertThat(look.atRelease(NOV)).isEqualTo(1);
    assertThat(hub.paymentRow(hub.payment(NOV, 2))).containsEntry("reason_code", "ACCOUNT_CLOSED");
  }

  @Test
  void whatIsSentStaysAndIsNotifiedOnce() {
    look.afterSending();
    hub.handOver(NOV);
    hub.send();
    welfare.status(1, "DECEASED", "2026-10-01");
    touch(1);

    look.afterSending();
    look.afterSending();

    assertThat(hub.cases()).containsExactly("CHANGED_AFTER_SENDING");
    assertThat(hub.paymentRow(hub.payment(NOV, 1))).containsEntry("state", "SENT");
    assertThat(look.atRelease(NOV)).isZero();
    hub.jdbc.update("update case_record set state = 'CLOSED', closed_at = now(), closed_by = 'huong'");
    look.afterSending();
    assertThat(hub.cases()).as("told before, and a person dealt with it").isEmpty();

    welfare.province.update("update welfare.payment_account set closed_on = '2026-10-01', updated_at = now() where entitlement_id ="
        + " 'QD-2'");
    look.afterSending();
    assertThat(hub.cases()).containsExactly("CHANGED_AFTER_SENDING");
    assertThat(hub.jdbc.queryForList("select evidence from case_record", String.class)).allMatch(text -> !text.matches(".*\\d{9,}.*"));
  }

  /** What a case says beside the hold, a person may close; the hold has a case of its own, which stands until somebody decides. */
  @ParameterizedTest
  @ValueSource(strings = {"CHANGED_AFTER_SENDING", "UNCOLLECTED_THREE_MONTHS", "NAME_MISMATCH", "NAME_CHECK_SILENT"})
  void aHoldCallsAPersonAlthoughAnotherCaseAboutThePayoutIsOpen(String kind) {
    hub.handOver(NOV);
    hub.send();
    String payout = String.valueOf(welfare.payout(NOV, 1).get("payout_id"));
    hub.bean(Cases.class).open(NewCase.about(CaseKind.valueOf(kind), "payout:" + payout, "Đã báo trước đó."));
    hub.bankSays(hub.payment(NOV, 1), "03");

    hub.bean(ReroutePayouts.class).reroute();

    assertThat(welfare.payout(NOV, 1)).containsEntry("state", "HELD");
    assertThat(hub.cases()).contains("PAYOUT_HELD", kind);
    assertThat(close(kind)).isInstanceOf(Outcome.Done.class);
    assertThat(close("PAYOUT_HELD")).isInstanceOf(Outcome.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PAYEE_DECEASED", "PAYMENT_RETURNED", "PAYROLL_WITHDRAWN"})
  void aCaseThatStandsWhileThePayoutIsHeldCallsAloneForADecision(String kind) {
    hub.handOver(NOV);
    hub.send();
    String payout = String.valueOf(welfare.payout(NOV, 1).get("payout_id"));
    hub.bean(Cases.class).open(NewCase.about(CaseKind.valueOf(kind), "payout:" + payout, "Đã báo trước đó."));
    hub.bankSays(hub.payment(NOV, 1), "03");

    hub.bean(ReroutePayouts.class).reroute();

    assertThat(hub.cases()).contains(kind).doesNotContain("PAYOUT_HELD");
    assertThat(close(kind)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void noPersonClosesTheCaseAboutANameWhileItsPaymentIsFrozen() {
    hub.handOver(NOV);
    String payout = String.valueOf(welfare.payout(NOV, 1).get("payout_id"));
    hub.jdbc.update("update payment set frozen = true where end_to_end_id = ?", hub.payment(NOV, 1));
    hub.bean(Cases.class).open(NewCase.about(CaseKind.NAME_MISMATCH, "payout:" + payout, "Ngân hàng báo tên khác."));

    assertThat(close("NAME_MISMATCH")).isInstanceOf(Outcome.Refused.class);

    hub.jdbc.update("update payment set frozen = false where end_to_end_id = ?", hub.payment(NOV, 1));
    assertThat(close("NAME_MISMATCH")).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void noPersonClosesTheCaseAboutMoneyPaidInErrorBeforeThatIsSettled() {
    hub.handOver(NOV);
    hub.send();
    String payout = String.valueOf(welfare.payout(NOV, 1).get("payout_id"));
    hub.jdbc.update("update payment set state = 'PAID_IN_ERROR', paid_on = current_date where end_to_end_id = ?", hub.payment(NOV, 1));
    hub.bean(Cases.class).open(NewCase.about(CaseKind.PAID_IN_ERROR, "payout:" + payout, "Đã chi cho khoản đã trả lại."));

    assertThat(close("PAID_IN_ERROR")).isInstanceOf(Outcome.Refused.class);

    hub.jdbc.update("update payment set written_off_at = now() where end_to_end_id = ?", hub.payment(NOV, 1));
    assertThat(close("PAID_IN_ERROR")).isInstanceOf(Outcome.Done.class);
  }

  private Outcome close(String kind) {
    return hub.bean(Repairs.class).request(new Actor("lan", Role.OPERATOR), RepairAction.CLOSE_CASE, hub.jdbc.queryForObject(
        "select case_id::text from case_record where state = 'OPEN' and kind = ?", String.class, kind), "", "Đã báo cơ quan");
  }

  @Test
  void aPaidPaymentIsNotifiedWhileTheMonthIsOpen() {
    look.afterSending();
    hub.handOver(NOV);
    hub.send();
    List.of(1, 2, 3).forEach(line -> hub.bankSays(hub.payment(NOV, line), "00"));
    welfare.status(1, "DECEASED", "2026-10-01").status(2, "ACTIVE", null);
    welfare.province.update("update welfare.payment_account set closed_on = '2026-10-01', updated_at = now() where entitlement_id ="
        + " 'QD-2'");
    touch(1);
    look.afterSending();
    assertThat(hub.jdbc.queryForList("select subject from case_record where kind = 'CHANGED_AFTER_SENDING'", String.class))
        .containsExactly("payout:" + welfare.payout(NOV, 1).get("payout_id"));
  }

  /** updated_at is the start of a transaction: what committed late bears an older time than what was seen already. */
  @Test
  void aChangeThatWasCommittedLateIsSeenToo() {
    hub.handOver(NOV);
    hub.send();
    welfare.status(1, "DECEASED", "2026-10-01");
    touch(2);
    look.afterSending();
    hub.jdbc.update("delete from case_record");
    welfare.province.update("update welfare.beneficiary set updated_at = now() - interval '50 minutes' where beneficiary_id = 'NH-1'");
    look.afterSending();
    assertThat(hub.cases()).containsExactly("CHANGED_AFTER_SENDING");
  }

  @Test
  void threeMonthsRunningUncollectedAreNotified() {
    uncollected("2026-09", 9);
    uncollected("2026-10", 10);
    assertThat(hub.cases()).isEmpty();
    uncollected("2026-12", 12);
    assertThat(hub.cases()).as("not one after the other").isEmpty();
    uncollected("2026-11", 11);
    assertThat(hub.cases()).containsExactly("UNCOLLECTED_THREE_MONTHS");
    assertThat(hub.jdbc.queryForObject("select evidence from case_record", String.class)).contains("09/2026 đến 11/2026");
  }

  /** One line of that month for person 9, sent and never fetched. */
  private void uncollected(String month, int number) {
    String payroll = "BTXH-04792-" + month + "-K";
    if (number == 9) {
      welfare.person(9).withoutAccount(9);
    }
    hub.itIs(LocalDate.of(2026, 10, 24));
    welfare.payroll(payroll, month).regular(payroll, 1, 9, month).approve(payroll);
    hub.handOver(payroll);
    hub.send();
    hub.jdbc.update("update payment set state = 'UNCOLLECTED', reason_code = 'NOT_MET' where end_to_end_id = ?", hub.payment(payroll, 1));
    hub.itIs(LocalDate.of(2026, 11, 24));
    hub.bean(ReroutePayouts.class).reroute();
    assertThat(welfare.payout(payroll, 1)).containsEntry("state", "CARRIED_OVER");
  }

  private void touch(int person) {
    welfare.province.update("update welfare.beneficiary set updated_at = now() where beneficiary_id = ?", "NH-" + person);
  }

  private long batch() {
    return hub.jdbc.queryForObject("select batch_id from batch where state = 'OPEN'", Long.class);
  }
}
