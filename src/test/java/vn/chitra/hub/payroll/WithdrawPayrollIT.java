package vn.chitra.hub.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chitra.hub.batch.BatchPayments;
import vn.chitra.hub.fixture.WelfareFixture;
import vn.chitra.hub.payout.PlanPayroll;
import vn.chitra.hub.payout.ReleasePayroll;
import vn.chitra.hub.payout.ReroutePayouts;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Outcome;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Repairs;
import vn.chitra.hub.repair.Role;
import vn.chitra.hub.sim.TwoAtOnce;

/** An agency withdraws a payroll, in every state of it. */
class WithdrawPayrollIT {

  private static final String NOV = "BTXH-04792-2026-11";
  private static final String NOV_2 = "BTXH-04792-2026-11-BS";
  private static final String OTHER = "BTXH-04792-2026-11-MOI";
  private static final String DEC = "BTXH-04792-2026-12";
  private static final Actor OPERATOR = new Actor("huong", Role.OPERATOR);
  private static final Actor APPROVER = new Actor("dat", Role.APPROVER);

  private FlowHub hub;
  private WelfareFixture welfare;

  @BeforeEach
  void twoPeopleAndOnePayroll() {
    hub = FlowHub.begin();
    welfare = hub.welfare;
    welfare.people(1, 3).payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").regular(NOV, 2, 2, "2026-11").regular(NOV, 3, 3, "2026-11")
        .approve(NOV);
  }

  @Test
  void beforeItWasTakenThereIsNothingToHear() {
    welfare.withdraw(NOV);
    assertThat(hub.bean(Withdrawals.class).notYetHeard(10)).isEmpty();
    hub.bean(WithdrawPayroll.class).withdraw(NOV);
    assertThat(hub.bean(ApprovedPayrolls.class).notYetTaken(10)).isEmpty();
    assertThat(welfare.count("payroll")).isZero();
  }

  @Test
  void aPayoutHeldBeforeItIsPlannedStandsAtNoPartner() {
    hub.take(NOV);
    assertThat(hub.jdbc.queryForObject("select partner from payout where line_no = 1", String.class)).isEqualTo("agribank");
    hub.jdbc.update("update payout set state = 'HELD', hold_reason = 'BY_HAND' where line_no = 1");
    hub.bean(PlanPayroll.class).plan(NOV);
    assertThat(hub.jdbc.queryForObject("select coalesce(partner, 'none') from payout where line_no = 1", String.class)).isEqualTo("none");
    assertThat(hub.bookings(NOV, 1)).containsExactly("11 none HANDED_OVER +");
    assertThat(hub.balances()).isTrue();
  }

  @Test
  void takenOnlyItIsCancelledAndPlannedNoMore() {
    hub.take(NOV);
    withdraw(NOV);
    hub.bean(PlanPayroll.class).plan(NOV);
    hub.bean(ReleasePayroll.class).release(NOV);
    assertCancelled(NOV);
    assertThat(welfare.count("payment")).isZero();
  }

  @Test
  void plannedItLeavesTheBooksAsIfItHadNeverComeAndItsKeysAreFree() {
    hub.handOver(NOV);
    withdraw(NOV);
    assertCancelled(NOV);
    assertThat(hub.jdbc.queryForList("select distinct state || ' ' || reason_code from payment", String.class))
        .containsExactly("CANCELLED WITHDRAWN");
    assertThat(hub.bookings(NOV, 1)).containsExactly("11 agribank HANDED_OVER +", "11 agribank HANDED_OVER -");

    welfare.payroll(NOV_2, "2026-11").regular(NOV_2, 1, 1, "2026-11").approve(NOV_2);
    hub.handOver(NOV_2);
    assertThat(welfare.refusals(NOV_2)).isEmpty();
    hub.send();
    assertThat(hub.paymentRow(hub.payment(NOV_2, 1))).containsEntry("state", "SENT");
    assertThat(hub.balances()).isTrue();
  }

  @Test
  void aCorrectedPayrollIsTakenOnlyAfterTheWithdrawalOfTheOldOne() {
    hub.take(NOV);
    welfare.withdraw(NOV);
    welfare.payroll(NOV_2, "2026-11").regular(NOV_2, 1, 1, "2026-11").regular(NOV_2, 2, 2, "2026-11").approve(NOV_2);
    welfare.people(4, 4).payroll(OTHER, "2026-11").regular(OTHER, 1, 4, "2026-11").approve(OTHER);
    assertThat(hub.bean(TakePayroll.class).take(NOV_2)).isEqualTo(TakePayroll.Outcome.WITHDRAWAL_PENDING);
    assertThat(hub.bean(ApprovedPayrolls.class).notYetTaken(10)).containsExactly(NOV_2, OTHER);
    assertThat(hub.bean(TakePayroll.class).take(OTHER)).as("has nothing to do with it").isEqualTo(TakePayroll.Outcome.TAKEN);

    withdraw(NOV);
    assertThat(hub.bean(TakePayroll.class).take(NOV_2)).isEqualTo(TakePayroll.Outcome.TAKEN);
    assertThat(welfare.refusals(NOV_2)).isEmpty();
    assertThat(receipt(NOV)).isEqualTo("CANCELLED");
  }

  @Test
  void aRevivalIsTakenOnlyAfterTheWithdrawalOfThePayrollThatRevivedIt() {
    carriedOverFromNovember();
    hub.handOver(DEC);
    welfare.withdraw(DEC);
    String corrected = DEC + "-BS";
    welfare.payroll(corrected, "2026-12").carries(corrected, 1, 1, "2026-11", 500_000, NOV, 1).approve(corrected);
    assertThat(hub.bean(TakePayroll.class).take(corrected)).isEqualTo(TakePayroll.Outcome.WITHDRAWAL_PENDING);

    withdraw(DEC);
    assertThat(hub.bean(TakePayroll.class).take(corrected)).isEqualTo(TakePayroll.Outcome.TAKEN);
    assertThat(welfare.refusals(corrected)).isEmpty();
  }

  @Test
  void anOpenBatchLosesItsPaymentsAndKeepsTheOthers() {
    welfare.payroll(NOV_2, "2026-11").line(NOV_2, 1, 1, "ARREARS", "2026-09", "2026-09", 500_000).approve(NOV_2);
    hub.handOver(NOV);
    hub.handOver(NOV_2);
    hub.gather();
    assertThat(welfare.count("batch")).isEqualTo(1);
    withdraw(NOV);
    hub.build();
    assertCancelled(NOV);
    assertThat(hub.jdbc.queryForMap("select state, payment_count from batch")).containsEntry("state", "BUILT")
        .containsEntry("payment_count", 1);
    assertThat(hub.paymentRow(hub.payment(NOV_2, 1))).containsEntry("state", "SENT").containsEntry("batch_line", 1);
  }

  @Test
  void aHeldPayrollIsCancelledAndItsCaseIsClosed() {
    welfare.province.update("update welfare.payroll set total_vnd = 1 where payroll_id = ?", NOV);
    hub.take(NOV);
    assertThat(hub.cases()).containsExactly("PAYROLL_TOTALS");
    withdraw(NOV);
    assertCancelled(NOV);
  }

  @Test
  void aCarriedOverPayoutGoesBackToWhereItCameFrom() {
    String payment = carriedOverFromNovember();
    hub.handOver(DEC);
    assertThat(welfare.payout(DEC, 1)).containsEntry("state", "OPEN").containsEntry("payroll_id", NOV);
    withdraw(DEC);
    assertThat(receipt(DEC)).isEqualTo("CANCELLED");
    assertThat(welfare.payout(NOV, 1)).containsEntry("state", "CARRIED_OVER").containsEntry("key_freed", false)
        .containsEntry("partner", "agribank");
    assertThat(welfare.payout(NOV, 1).get("period")).hasToString("2026-11-01");
    assertThat(hub.results()).contains(NOV + "/1 CARRIED_OVER 1").noneMatch(one -> one.startsWith(DEC));
    assertThat(hub.balances()).isTrue();

    String again = DEC + "-BS";
    welfare.payroll(again, "2026-12").carries(again, 1, 1, "2026-11", 500_000, NOV, 1).approve(again);
    hub.handOver(again);
    assertThat(welfare.refusals(again)).isEmpty();
    assertThat(hub.paymentRow(hub.payment(again, 1))).containsEntry("attempt", 3).extractingByKey("end_to_end_id").isNotEqualTo(payment);
    assertThat(hub.balances()).isTrue();
  }

  /** The person's decision is not committed when the timer looks for what stands still. */
  @Test
  void whatAPersonLetsGoOnAtThatMomentIsNotQueriedAboutAgain() throws Exception {
    someNumbered();
    long payout = (long) welfare.payout(NOV, 2).get("payout_id");
    try (TwoAtOnce two = new TwoAtOnce(welfare.hubDataSource)) {
      two.holds("select 1 from payout where payout_id = ? for update", payout)
          .holds("update payment set frozen = false where payout_id = ?", payout)
          .holds("update case_record set state = 'CLOSED', closed_by = 'dat' where subject = ?", "payout:" + payout)
          .start(() -> hub.bean(WithdrawPayroll.class).holdPayrollPayouts()).letGo();
    }
    assertThat(hub.cases()).containsExactly("PAYROLL_WITHDRAWN");
    assertThat(hub.paymentRow(hub.payment(NOV, 2))).containsEntry("frozen", false);
    hub.bean(WithdrawPayroll.class).holdPayrollPayouts();
    assertThat(hub.cases()).containsExactly("PAYROLL_WITHDRAWN");
  }

  @Test
  void onceSomethingIsNumberedTheReceiptStaysAndTheRestStandsStill() {
    someNumbered();
    assertThat(receipt(NOV)).isEqualTo("TAKEN");
    assertThat(hub.paymentRow(hub.payment(NOV, 1))).containsEntry("state", "SENT").containsEntry("frozen", false);
    assertThat(List.of(2, 3)).allSatisfy(line -> assertThat(hub.paymentRow(hub.payment(NOV, line))).containsEntry("state", "PLANNED")
        .containsEntry("frozen", true));
    assertThat(hub.cases()).containsExactly("PAYROLL_WITHDRAWN", "PAYROLL_WITHDRAWN");
    assertThat(hub.bean(Withdrawals.class).notYetHeard(10)).isEmpty();

    hub.bankSays(hub.payment(NOV, 1), "00");
    assertThat(hub.results()).containsExactly(NOV + "/1 PAID 1");
    assertThat(hub.balances()).isTrue();
  }

  @Test
  void twoPersonsStopOneAndLetTheOtherGoOn() {
    someNumbered();
    Outcome stopped = decide(RepairAction.STOP_PAYOUT, 2);
    assertThat(stopped).isInstanceOf(Outcome.Done.class);
    assertThat(welfare.payout(NOV, 2)).containsEntry("state", "STOPPED").containsEntry("key_freed", true);
    assertThat(decide(RepairAction.UNFREEZE_PAYOUT, 3)).isInstanceOf(Outcome.Done.class);
    assertThat(hub.cases()).isEmpty();
    hub.bean(WithdrawPayroll.class).holdPayrollPayouts();
    assertThat(hub.cases()).as("what a person let go on is not stopped again").isEmpty();
    hub.send();
    assertThat(hub.paymentRow(hub.payment(NOV, 3))).containsEntry("state", "SENT");

    welfare.payroll(NOV_2, "2026-11").regular(NOV_2, 1, 2, "2026-11").regular(NOV_2, 2, 3, "2026-11").approve(NOV_2);
    hub.handOver(NOV_2);
    assertThat(welfare.refusals(NOV_2)).as("the stopped one's key is free, the other's is not").containsExactly("2 DUPLICATE");
    assertThat(hub.balances()).isTrue();
  }

  @Test
  void aNegativeReplyInAWithdrawnPayrollStartsNothing() {
    someNumbered();
    hub.bankSays(hub.payment(NOV, 1), "01");
    hub.itIs(LocalDate.of(2026, 11, 30));
    hub.bean(ReroutePayouts.class).reroute();
    assertThat(welfare.payout(NOV, 1)).containsEntry("state", "OPEN");
    hub.bean(WithdrawPayroll.class).holdPayrollPayouts();
    hub.bean(ReroutePayouts.class).reroute();
    assertThat(welfare.payout(NOV, 1)).containsEntry("state", "HELD").containsEntry("hold_reason", "WITHDRAWN");
    assertThat(hub.cases()).hasSize(3).containsOnly("PAYROLL_WITHDRAWN");
    assertThat(decide(RepairAction.STOP_PAYOUT, 1)).isInstanceOf(Outcome.Done.class);
    assertThat(hub.results()).containsExactly(NOV + "/1 STOPPED 1");
    assertThat(hub.balances()).isTrue();
  }

  @Test
  void whatComesBackFromARefusedFileStandsStillUntilAPersonDecides() {
    someNumbered();
    long batch = hub.jdbc.queryForObject("select batch_id from payment where end_to_end_id = ?", Long.class, hub.payment(NOV, 1));
    hub.jdbc.update("update batch set state = 'REFUSED' where batch_id = ?", batch);
    new TransactionTemplate(hub.bean(PlatformTransactionManager.class))
        .executeWithoutResult(refusal -> assertThat(hub.bean(BatchPayments.class).takeBackRefused(batch)).isEqualTo(1));
    hub.bean(WithdrawPayroll.class).holdPayrollPayouts();
    assertThat(hub.paymentRow(hub.payment(NOV, 1))).containsEntry("state", "PLANNED").containsEntry("frozen", true);
    assertThat(hub.cases()).hasSize(3).containsOnly("PAYROLL_WITHDRAWN");
    assertThat(decide(RepairAction.UNFREEZE_PAYOUT, 1)).isInstanceOf(Outcome.Done.class);
    hub.bean(WithdrawPayroll.class).holdPayrollPayouts();
    assertThat(hub.paymentRow(hub.payment(NOV, 1))).containsEntry("frozen", false);
  }

  @Test
  void aRefusedFileHadANumber() {
    hub.handOver(NOV);
    hub.send();
    hub.jdbc.update("update batch set state = 'REFUSED'");
    hub.jdbc.update("update payment set state = 'PLANNED', came_back_from = batch_id, batch_id = null, batch_line = null, released_at ="
        + " null");
    withdraw(NOV);
    assertThat(receipt(NOV)).isEqualTo("TAKEN");
    assertThat(hub.cases()).hasSize(3).containsOnly("PAYROLL_WITHDRAWN");
  }

  /**
   * The first transaction wins completely: either everything is cancelled and no file exists, or the file goes and nothing of it is
   * cancelled.
   */
  @Test
  void aWithdrawalAndANumberAtTheSameMoment() throws Exception {
    for (int round = 0; round < 12; round++) {
      hub = FlowHub.begin();
      twoPeopleAndOnePayroll();
      hub.handOver(NOV);
      hub.gather();
      welfare.withdraw(NOV);
      atOnce(() -> withdrawNow(NOV), () -> withdrawNow(NOV), () -> {
        hub.build();
        return null;
      });
      hub.build();
      String batch = hub.jdbc.queryForObject("select state from batch", String.class);
      List<String> payments = hub.jdbc.queryForList("select distinct state from payment", String.class);
      if (batch.equals("BUILT")) {
        assertThat(payments).containsExactly("SENT");
        assertThat(receipt(NOV)).isEqualTo("TAKEN");
      } else {
        assertThat(batch).isEqualTo("CANCELLED");
        assertThat(payments).containsExactly("CANCELLED");
        assertThat(receipt(NOV)).isEqualTo("CANCELLED");
      }
      assertThat(hub.balances()).isTrue();
    }
  }

  /** One payment of three went out in a file, the other two were held back from it. */
  private void someNumbered() {
    hub.handOver(NOV);
    hub.jdbc.update("update payment set frozen = true where end_to_end_id in (?, ?)", hub.payment(NOV, 2), hub.payment(NOV, 3));
    hub.send();
    hub.jdbc.update("update payment set frozen = false");
    withdraw(NOV);
  }

  private String carriedOverFromNovember() {
    hub.handOver(NOV);
    hub.send();
    String payment = hub.payment(NOV, 1);
    hub.bankSays(payment, "03");
    hub.bankSays(hub.payment(NOV, 2), "00");
    hub.bankSays(hub.payment(NOV, 3), "00");
    hub.bean(ReroutePayouts.class).reroute();
    hub.itIs(LocalDate.of(2026, 11, 24));
    hub.bean(ReroutePayouts.class).reroute();
    welfare.payroll(DEC, "2026-12").carries(DEC, 1, 1, "2026-11", 500_000, NOV, 1).regular(DEC, 2, 2, "2026-12").approve(DEC);
    return payment;
  }

  private void withdraw(String payroll) {
    welfare.withdraw(payroll);
    assertThat(hub.bean(Withdrawals.class).notYetHeard(10)).containsExactly(payroll);
    hub.bean(WithdrawPayroll.class).withdraw(payroll);
    hub.bean(WithdrawPayroll.class).withdraw(payroll);
  }

  private Object withdrawNow(String payroll) {
    hub.bean(WithdrawPayroll.class).withdraw(payroll);
    return payroll;
  }

  private void assertCancelled(String payroll) {
    assertThat(receipt(payroll)).isEqualTo("CANCELLED");
    assertThat(hub.jdbc.queryForList("select distinct state || ' ' || key_freed from payout where current_payroll_id = ?", String.class,
        payroll)).isSubsetOf("CANCELLED true");
    assertThat(hub.jdbc.queryForList("select total_vnd from funding_need where payroll_id = ?", Long.class, payroll))
        .allMatch(need -> need == 0);
    assertThat(hub.results()).isEmpty();
    assertThat(hub.cases()).isEmpty();
    assertThat(hub.balances()).isTrue();
  }

  private String receipt(String payroll) {
    return hub.jdbc.queryForObject("select receipt_status from payroll where payroll_id = ?", String.class, payroll);
  }

  private Outcome decide(RepairAction action, int line) {
    String payout = String.valueOf(welfare.payout(NOV, line).get("payout_id"));
    Outcome proposed = hub.bean(Repairs.class).request(OPERATOR, action, payout, "", "theo công văn của xã");
    assertThat(proposed).isInstanceOf(Outcome.Proposed.class);
    return hub.bean(Repairs.class).approve(APPROVER, ((Outcome.Proposed) proposed).proposalId());
  }

  /** A build that finds its payments gone may fail; it is tried again by the next tick. */
  @SafeVarargs
  private static void atOnce(Callable<Object>... tasks) throws Exception {
    CyclicBarrier start = new CyclicBarrier(tasks.length);
    ExecutorService threads = Executors.newFixedThreadPool(tasks.length);
    try {
      List<Future<Object>> running = Arrays.stream(tasks).map(task -> threads.submit(() -> {
        start.await();
        try {
          return task.call();
        } catch (IllegalStateException | ConcurrencyFailureException changed) {
          return changed;
        }
      })).toList();
      for (Future<Object> one : running) {
        one.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
