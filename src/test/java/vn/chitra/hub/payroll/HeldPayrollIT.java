package vn.chitra.hub.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.fixture.WelfareFixture;
import vn.chitra.hub.payout.PlanPayroll;
import vn.chitra.hub.payout.ReleasePayroll;
import vn.chitra.hub.reconciliation.CloseMonth;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Outcome;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Repairs;
import vn.chitra.hub.repair.Role;

/** A payroll that is held for its control totals keeps its programme's month open until somebody ends that. */
class HeldPayrollIT {

  private static final String PAID = "BTXH-04795-2026-11";
  private static final String HELD = "BTXH-04792-2026-11";
  private static final String CORRECTED = "BTXH-04792-2026-11-SUA";
  private static final Actor OPERATOR = new Actor("huong", Role.OPERATOR);
  private static final Actor APPROVER = new Actor("dat", Role.APPROVER);
  private static final String WHY = "Cơ quan xác nhận bảng lập nhầm, không gửi lại";

  private FlowHub hub;
  private WelfareFixture welfare;

  /** One payroll of the month is paid; one of another commune says a total that its lines do not have. */
  @BeforeEach
  void aPaidPayrollAndOneThatIsHeld() {
    hub = FlowHub.begin();
    welfare = hub.welfare;
    welfare.people(1, 4).payroll(PAID, "2026-11").regular(PAID, 1, 1, "2026-11").approve(PAID);
    welfare.province.update("UPDATE welfare.payroll SET commune_code = '04795' WHERE payroll_id = ?", PAID);
    hub.handOver(PAID);
    hub.send();
    hub.bankSays(hub.payment(PAID, 1), "00");
    approveWithWrongTotal(HELD);
    hub.take(HELD);
  }

  @Test
  void itKeepsTheMonthOpenAndTheCaseSaysHowToEndThat() {
    assertThat(closed()).isEmpty();
    assertThat(hub.jdbc.queryForObject("select evidence from case_record where kind = 'PAYROLL_TOTALS'", String.class))
        .contains("11/2026", "BTXH", "rút bảng", "bảng khác", "hai người bỏ bảng");
  }

  @Test
  void theAgencyWithdrawsIt() {
    welfare.withdraw(HELD);
    assertThat(hub.bean(Withdrawals.class).notYetHeard(10)).containsExactly(HELD);
    hub.bean(WithdrawPayroll.class).withdraw(HELD);

    assertThat(receipt(HELD)).isEqualTo("CANCELLED CANCELLED");
    assertThat(hub.cases()).isEmpty();
    assertThat(closed()).containsExactly("BTXH 2026-11-01");
  }

  @Test
  void anotherPayrollOfTheProgrammeCommuneAndPeriodIsTaken() {
    takeCorrected("2026-11");
    assertThat(hub.cases()).isEmpty();
    assertThat(receipt(HELD)).isEqualTo("HELD HELD");
    hub.bean(PlanPayroll.class).plan(CORRECTED);
    hub.bean(ReleasePayroll.class).release(CORRECTED);
    assertThat(closed()).isEmpty();
    hub.itIs(LocalDate.of(2026, 11, 5));
    hub.send();
    hub.bankSays(hub.payment(CORRECTED, 1), "00");
    assertThat(closed()).containsExactly("BTXH 2026-11-01");
  }

  @Test
  void anotherPayrollOfWhichNothingIsAcceptedEndsNothing() {
    takeCorrected("2025-01");
    assertThat(receipt(CORRECTED)).isEqualTo("REFUSED REFUSED");
    assertThat(hub.cases()).containsExactly("PAYROLL_TOTALS");
    assertThat(closed()).isEmpty();
  }

  /** Both end in November; their first months differ. */
  @Test
  void aPayrollOfAnotherPeriodWithTheSameLastMonthEndsNothing() {
    welfare.payroll(CORRECTED, "2026-10", "2026-11").regular(CORRECTED, 1, 3, "2026-11").approve(CORRECTED);
    hub.take(CORRECTED);
    assertThat(receipt(CORRECTED)).isEqualTo("TAKEN TAKEN");
    assertThat(hub.cases()).containsExactly("PAYROLL_TOTALS");
    assertThat(hub.jdbc.queryForObject("select superseded_by from payroll where payroll_id = ?", String.class, HELD)).isNull();
  }

  @Test
  void anEarlierPayrollOfTheSameCommuneEndsNothing() {
    String later = "BTXH-04795-2026-11-BS";
    approveWithWrongTotal(later);
    welfare.province.update("UPDATE welfare.payroll SET commune_code = '04795' WHERE payroll_id = ?", later);
    hub.take(later);
    welfare.withdraw(HELD);
    hub.bean(WithdrawPayroll.class).withdraw(HELD);
    assertThat(closed()).isEmpty();
  }

  @Test
  void itWaitsAgainWhenTheCorrectedOneIsWithdrawnToo() {
    takeCorrected("2026-11");
    welfare.withdraw(CORRECTED);
    hub.bean(WithdrawPayroll.class).withdraw(CORRECTED);

    assertThat(receipt(CORRECTED)).isEqualTo("CANCELLED CANCELLED");
    assertThat(hub.cases()).containsExactly("PAYROLL_TOTALS");
    assertThat(closed()).isEmpty();
  }

  @Test
  void aMonthInWhichNothingWasAcceptedDoesNotClose() {
    String december = "BTXH-04792-2026-12";
    welfare.payroll(december, "2026-12").regular(december, 1, 3, "2025-01").approve(december);
    hub.take(december);
    assertThat(receipt(december)).isEqualTo("REFUSED REFUSED");
    assertThat(closedOn(LocalDate.of(2027, 1, 18))).isEmpty();
  }

  @Test
  void twoPersonsDismissItWithTheReason() {
    long proposal = propose(RepairAction.DISMISS_PAYROLL, HELD);
    assertThat(closed()).isEmpty();
    assertThat(hub.bean(Repairs.class).approve(OPERATOR, proposal)).isInstanceOf(Outcome.Refused.class);
    assertThat(hub.bean(Repairs.class).approve(APPROVER, proposal)).isInstanceOf(Outcome.Done.class);

    assertThat(receipt(HELD)).isEqualTo("CANCELLED CANCELLED");
    assertThat(hub.jdbc.queryForObject("select message from payroll where payroll_id = ?", String.class, HELD)).contains(WHY);
    assertThat(hub.jdbc.queryForObject("select receipt_revision > receipt_written from payroll where payroll_id = ?", Boolean.class, HELD))
        .isTrue();
    assertThat(hub.cases()).isEmpty();
    assertThat(closed()).containsExactly("BTXH 2026-11-01");

    welfare.withdraw(HELD);
    hub.bean(WithdrawPayroll.class).withdraw(HELD);
    assertThat(hub.jdbc.queryForObject("select message from payroll where payroll_id = ?", String.class, HELD)).contains(WHY);
  }

  @Test
  void onlyAHeldPayrollThatStillWaitsIsDismissed() {
    assertThat(request(RepairAction.DISMISS_PAYROLL, PAID)).isInstanceOf(Outcome.Refused.class);
    assertThat(request(RepairAction.DISMISS_PAYROLL, "không có")).isInstanceOf(Outcome.Refused.class);
    long proposal = propose(RepairAction.DISMISS_PAYROLL, HELD);
    takeCorrected("2026-11");
    assertThat(hub.bean(Repairs.class).approve(APPROVER, proposal)).isInstanceOf(Outcome.Refused.class);
    assertThat(receipt(HELD)).isEqualTo("HELD HELD");
  }

  @Test
  void theCaseIsNotClosedAsLongAsItsPayrollWaits() {
    long number = hub.jdbc.queryForObject("select case_id from case_record where kind = 'PAYROLL_TOTALS'", Long.class);
    assertThat(request(RepairAction.CLOSE_CASE, Long.toString(number))).isInstanceOf(Outcome.Refused.class);
  }

  private Outcome request(RepairAction action, String id) {
    return hub.bean(Repairs.class).request(OPERATOR, action, id, "", WHY);
  }

  private long propose(RepairAction action, String id) {
    return ((Outcome.Proposed) request(action, id)).proposalId();
  }

  private void approveWithWrongTotal(String payroll) {
    welfare.payroll(payroll, "2026-11").regular(payroll, 1, 2, "2026-11").approve(payroll);
    welfare.province.update("UPDATE welfare.payroll SET total_vnd = total_vnd + 1 WHERE payroll_id = ?", payroll);
  }

  private void takeCorrected(String month) {
    welfare.payroll(CORRECTED, "2026-11").regular(CORRECTED, 1, 3, month).approve(CORRECTED);
    hub.take(CORRECTED);
  }

  /** State and receipt. */
  private String receipt(String payroll) {
    return hub.jdbc.queryForObject("select state || ' ' || receipt_status from payroll where payroll_id = ?", String.class, payroll);
  }

  private List<String> closed() {
    return closedOn(LocalDate.of(2026, 11, 18));
  }

  private List<String> closedOn(LocalDate day) {
    hub.itIs(day);
    CloseMonth months = hub.bean(CloseMonth.class);
    months.due().forEach(months::close);
    return hub.jdbc.queryForList("select programme || ' ' || period from period_close", String.class);
  }
}
