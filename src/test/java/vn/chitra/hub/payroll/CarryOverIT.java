package vn.chitra.hub.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.fixture.WelfareFixture;
import vn.chitra.hub.payout.PlanPayroll;
import vn.chitra.hub.payout.ReleasePayroll;
import vn.chitra.hub.payout.ReroutePayouts;
import vn.chitra.hub.support.EndToEndId;

/** Unpaid payouts that are listed again in the next payroll, over several months and over closed months. */
class CarryOverIT {

  private static final String NOV = "BTXH-04792-2026-11";
  private static final String DEC = "BTXH-04792-2026-12";
  private static final String JAN = "BTXH-04792-2027-01";
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  private FlowHub hub;
  private WelfareFixture welfare;

  @BeforeEach
  void onePersonAndOneMonth() {
    hub = FlowHub.begin();
    welfare = hub.welfare;
    welfare.people(1, 2);
    payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").regular(NOV, 2, 2, "2026-11").approve(NOV);
    hub.handOver(NOV);
    hub.send();
    hub.bankSays(hub.payment(NOV, 2), "00");
  }

  @Test
  void theNextPayrollsLineRevivesThePayoutAndOwnsItsResult() {
    carriedOut();
    december();

    String payment = hub.payment(DEC, 1);
    assertThat(payment).isEqualTo(EndToEndId.of(NOV, 1, 2));
    hub.send();
    hub.bankSays(payment, "00");

    assertThat(hub.results()).containsExactly(NOV + "/1 CARRIED_OVER 1", NOV + "/2 PAID 1", DEC + "/1 PAID 1");
    assertThat(hub.bookings(NOV, 1)).containsExactly("11 agribank HANDED_OVER +", "11 agribank CARRIED_OUT +", "12 agribank CARRIED_IN +",
        "12 agribank PAID +");
    assertThat(need(DEC)).isEqualTo(500_000);
    assertThat(need(NOV)).isEqualTo(500_000);
    assertThat(hub.balances()).isTrue();
  }

  /** Its old payment was refused for a cause that is held for a person: a payout held so before it is planned would be held for ever. */
  @Test
  void betweenTakenAndPlannedNothingDecidesOnTheOldPayment() {
    carriedOut();
    payroll(DEC, "2026-12").carries(DEC, 1, 1, "2026-11", 500_000, NOV, 1).approve(DEC);
    hub.take(DEC);
    assertThat(hub.bean(ReroutePayouts.class).due()).isZero();
    hub.bean(ReroutePayouts.class).reroute();
    assertThat(welfare.payout(DEC, 1)).containsEntry("state", "OPEN");

    hub.bean(PlanPayroll.class).plan(DEC);
    hub.bean(ReleasePayroll.class).release(DEC);
    hub.send();
    hub.bankSays(hub.payment(DEC, 1), "00");
    assertThat(hub.results()).containsExactly(NOV + "/1 CARRIED_OVER 1", NOV + "/2 PAID 1", DEC + "/1 PAID 1");
    assertThat(hub.cases()).isEmpty();
    assertThat(hub.balances()).isTrue();
  }

  /** A refused file that may still pay an older payment of it stops the payout, not its payroll. */
  @Test
  void aRevivedPayoutThatARefusedFileMayStillPayWaitsAloneForAPerson() {
    carriedOut();
    payroll(DEC, "2026-12").carries(DEC, 1, 1, "2026-11", 500_000, NOV, 1).regular(DEC, 2, 2, "2026-12").approve(DEC);
    hub.take(DEC);
    hub.jdbc.update("insert into refused_payment (payment_id, batch_id, may_be_paid) select payment_id, batch_id, true from payment"
        + " where end_to_end_id = ?", EndToEndId.of(NOV, 1, 1));

    hub.bean(PlanPayroll.class).plan(DEC);

    assertThat(welfare.payout(DEC, 1)).containsEntry("state", "HELD");
    assertThat(hub.cases()).containsExactly("PAYOUT_HELD");
    assertThat(hub.jdbc.queryForList("select l.state from payment l join payout p using (payout_id) where p.payroll_id = ?", String.class,
        DEC)).containsExactly("PLANNED");
    assertThat(hub.balances()).isTrue();
  }

  /** Story 9006143: the payment stands still because a refused file may still pay an older one of its payout. */
  @Test
  void aWithdrawalEndsARevivedPaymentThatARefusedFileHoldsBack() {
    carriedOut();
    december();
    hub.jdbc.update("update payment set frozen = true, frozen_for_batch = (select batch_id from payment where end_to_end_id = ?)"
        + " where end_to_end_id = ?", EndToEndId.of(NOV, 1, 1), hub.payment(DEC, 1));

    String payment = hub.payment(DEC, 1);
    hub.bean(WithdrawPayroll.class).withdraw(DEC);

    assertThat(hub.paymentRow(payment)).containsEntry("state", "CANCELLED").containsEntry("frozen_for_batch", null);
    assertThat(welfare.payout(NOV, 1)).containsEntry("state", "CARRIED_OVER");
    assertThat(hub.balances()).isTrue();
  }

  @Test
  void carriedOverTwiceItIsStillOnePayoutWithThreeAttempts() {
    carriedOut();
    december();
    hub.send();
    hub.bankSays(hub.payment(DEC, 1), "04");
    hub.bean(ReroutePayouts.class).reroute();
    hub.itIs(LocalDate.of(2026, 12, 24));
    hub.bean(ReroutePayouts.class).reroute();
    assertThat(welfare.payout(DEC, 1)).containsEntry("state", "CARRIED_OVER");

    payroll(JAN, "2027-01").carries(JAN, 1, 1, "2026-11", 500_000, DEC, 1).approve(JAN);
    hub.handOver(JAN);

    assertThat(welfare.refusals(JAN)).isEmpty();
    assertThat(hub.payment(JAN, 1)).isEqualTo(EndToEndId.of(NOV, 1, 3));
    assertThat(welfare.count("payout")).isEqualTo(2);
    assertThat(hub.results()).contains(NOV + "/1 CARRIED_OVER 1", DEC + "/1 CARRIED_OVER 1");
    assertThat(hub.balances()).isTrue();
  }

  @Test
  void paidLateBeforeTheRevivalCorrectsTheResultAndTheLineIsRefused() {
    carriedOut();
    hub.bankSays(hub.payment(NOV, 1), "00");
    december();

    assertThat(welfare.refusals(DEC)).containsExactly("1 NOT_CARRIED");
    assertThat(hub.results()).containsExactly(NOV + "/1 PAID 2", NOV + "/2 PAID 1");
    assertThat(hub.bookings(NOV, 1)).containsExactly("11 agribank HANDED_OVER +", "11 agribank CARRIED_OUT +", "11 agribank CARRIED_OUT -",
        "11 agribank PAID +");
    assertThat(need(NOV)).isEqualTo(1_000_000);
    assertThat(hub.balances()).isTrue();
  }

  @Test
  void paidLateAfterItsMonthWasClosedItIsCarriedInAndPaidInTheOpenOne() {
    carriedOut();
    hub.close(NOVEMBER);
    hub.itIs(LocalDate.of(2026, 12, 3));
    hub.bankSays(hub.payment(NOV, 1), "00");
    december();

    assertThat(welfare.refusals(DEC)).containsExactly("1 NOT_CARRIED");
    assertThat(hub.bookings(NOV, 1)).containsExactly("11 agribank HANDED_OVER +", "11 agribank CARRIED_OUT +", "12 agribank CARRIED_IN +",
        "12 agribank PAID +");
    assertThat(hub.balances()).isTrue();
  }

  @Test
  void paidLateAfterTheRevivalIsPaidInErrorAndTheSuccessorStandsStill() {
    String old = hub.payment(NOV, 1);
    carriedOut();
    december();
    hub.bankSays(old, "00");
    assertThat(hub.paymentRow(old)).containsEntry("state", "PAID_IN_ERROR");
    assertThat(hub.paymentRow(hub.payment(DEC, 1))).containsEntry("state", "PLANNED").containsEntry("frozen", true);
    assertThat(hub.balances()).isTrue();
  }

  @Test
  void whatCameBackAfterTheCloseIsCarriedOutOfTheOpenMonthAndRevivedAfterIt() {
    String payment = hub.payment(NOV, 1);
    hub.bankSays(payment, "00");
    hub.itIs(LocalDate.of(2026, 11, 24));
    hub.close(NOVEMBER);
    hub.itIs(LocalDate.of(2026, 12, 8));
    hub.bankSays(payment, "20");
    hub.bean(ReroutePayouts.class).reroute();
    assertThat(welfare.payout(NOV, 1)).as("waits for the credit").containsEntry("state", "OPEN");
    hub.jdbc.update("update payment set credit_matched = true where end_to_end_id = ?", payment);
    hub.bean(ReroutePayouts.class).reroute();
    assertThat(hub.results()).contains(NOV + "/1 CARRIED_OVER 3");
    assertThat(hub.bookings(NOV, 1)).containsExactly("11 agribank HANDED_OVER +", "11 agribank PAID +", "12 agribank CAME_BACK +",
        "12 agribank CARRIED_OUT +");

    payroll(JAN, "2027-01").carries(JAN, 1, 1, "2026-11", 500_000, NOV, 1).approve(JAN);
    hub.handOver(JAN);
    assertThat(welfare.refusals(JAN)).isEmpty();
    assertThat(hub.bookings(NOV, 1)).endsWith("01 agribank CARRIED_IN +");
    assertThat(hub.balances()).isTrue();
  }

  @Test
  void anotherAmountOrASecondLineForOnePayoutIsRefused() {
    carriedOut();
    payroll(DEC, "2026-12").carries(DEC, 1, 1, "2026-11", 400_000, NOV, 1).carries(DEC, 2, 1, "2026-11", 500_000, NOV, 1)
        .carries(DEC, 3, 1, "2026-11", 500_000, NOV, 1).carries(DEC, 4, 2, "2026-11", 500_000, NOV, 2).approve(DEC);
    hub.handOver(DEC);
    assertThat(welfare.refusals(DEC)).containsExactly("1 AMOUNT_DIFFERS", "3 NOT_CARRIED", "4 NOT_CARRIED");
    assertThat(hub.balances()).isTrue();
  }

  /** The line of person 1 was refused by the bank, held, and given back after the last pay day. */
  private void carriedOut() {
    hub.bankSays(hub.payment(NOV, 1), "04");
    hub.bean(ReroutePayouts.class).reroute();
    hub.itIs(LocalDate.of(2026, 11, 24));
    hub.bean(ReroutePayouts.class).reroute();
    assertThat(welfare.payout(NOV, 1)).containsEntry("state", "CARRIED_OVER");
  }

  private void december() {
    payroll(DEC, "2026-12").carries(DEC, 1, 1, "2026-11", 500_000, NOV, 1).approve(DEC);
    hub.handOver(DEC);
  }

  private long need(String payroll) {
    return hub.jdbc.queryForObject("select total_vnd from funding_need where payroll_id = ?", Long.class, payroll);
  }

  /** Paid from the 5th to the 15th of its month. */
  private WelfareFixture payroll(String id, String month) {
    YearMonth of = YearMonth.parse(month);
    welfare.payroll(id, month);
    welfare.province.update("update welfare.payroll set pay_from = ?, pay_until = ? where payroll_id = ?", Date.valueOf(of.atDay(5)),
        Date.valueOf(of.atDay(15)), id);
    return welfare;
  }
}
