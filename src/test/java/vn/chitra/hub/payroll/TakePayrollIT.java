package vn.chitra.hub.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.fixture.WelfareFixture;
import vn.chitra.hub.payroll.IntakeSetting.OpenedCases;
import vn.chitra.hub.payroll.IntakeSetting.Registers;
import vn.chitra.hub.payroll.TakePayroll.Outcome;

@SpringJUnitConfig(IntakeSetting.class)
class TakePayrollIT {

  private static final String NOV = "BTXH-04792-2026-11";
  private static final String NOV_2 = "BTXH-04792-2026-11-BS";
  private static final String OCT = "BTXH-04792-2026-10";

  @Autowired
  private TakePayroll takePayroll;
  @Autowired
  private Payrolls payrolls;
  @Autowired
  private ApprovedPayrolls approved;
  @Autowired
  private WelfareFixture welfare;
  @Autowired
  private Registers registers;
  @Autowired
  private OpenedCases cases;

  @BeforeEach
  void nothingHappenedYet() {
    welfare.emptied();
    cases.opened.clear();
    cases.failing = false;
    registers.served = true;
    registers.meanwhile = () -> {};
  }

  @Test
  void everyLineBecomesAPayoutOrARefusal() {
    welfare.people(1, 3).payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").regular(NOV, 2, 2, "2026-10")
        .line(NOV, 3, 3, "ARREARS", "2026-08", "2026-10", 1_500_000).approve(NOV);

    assertThat(takePayroll.take(NOV)).isEqualTo(Outcome.TAKEN);

    Payroll taken = payroll(NOV);
    assertThat(taken.state()).isEqualTo(Payroll.State.TAKEN);
    assertThat(taken.receiptStatus()).isEqualTo(Payroll.ReceiptStatus.TAKEN);
    assertThat(taken.accepted()).isEqualTo(new Tally(2, 2_000_000));
    assertThat(taken.refused()).isEqualTo(new Tally(1, 500_000));
    assertThat(welfare.refusals(NOV)).containsExactly("2 OUTSIDE_PERIOD");
    assertThat(welfare.hub.queryForList("SELECT destination || ' ' || body FROM outbox", String.class))
        .containsExactly("hub.payout.plan " + NOV);
    assertThat(welfare.count("booking")).isZero();
  }

  @Test
  void aPayoutCarriesTheDataOfTheWelfareDatabase() {
    welfare.person(1).payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").approve(NOV);
    welfare.province.update("""
        INSERT INTO welfare.authorisation (document_no, entitlement_id, receiver_name, valid_from, valid_to)
        VALUES ('UQ-cũ', 'QD-1', 'Bùi Văn Đảm', '2025-11-01', '2026-11-04'), ('UQ-mới', 'QD-1', 'Bùi Văn Đoàn', '2026-11-05', '2026-11-10')
        """);
    takePayroll.take(NOV);
    assertThat(welfare.payout(NOV, 1)).containsEntry("state", "OPEN").containsEntry("channel", "BANK")
        .containsEntry("explanation", "có tài khoản").containsEntry("beneficiary_name", "Nguyễn Thị Đức Huyền")
        .containsEntry("payee_name", "Đỗ Thị Hường").containsEntry("birth_year", 1945).containsEntry("account_no", "2700205100001")
        .containsEntry("authorisation_doc", "UQ-mới").containsEntry("authorised_name", "Bùi Văn Đoàn")
        .containsEntry("programme", "BTXH").containsEntry("commune_code", "04792").containsEntry("kind", "REGULAR")
        .containsEntry("payroll_id", NOV).containsEntry("line_no", 1).containsEntry("attempt", 1).containsEntry("partner", "ngan-hang");
    assertThat(welfare.payout(NOV, 1).get("period")).hasToString("2026-11-01");
    assertThat(welfare.payout(NOV, 1).get("authorised_until")).hasToString("2026-11-10");
    assertThat(welfare.payout(NOV, 1).get("pay_until")).hasToString("2026-11-15");
  }

  /** A control character cannot stand in a spreadsheet: it would hold up the whole list of the commune. */
  @Test
  void whatACashListPrintsIsOnOneLineWithoutControlCharacters() {
    welfare.person(1).payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").approve(NOV);
    welfare.province.update("UPDATE welfare.beneficiary SET personal_no = E'025145\\u000700'");
    welfare.province.update("UPDATE welfare.entitlement SET payee_personal_no = E'025177\\u000711'");
    welfare.province.update("""
        INSERT INTO welfare.authorisation (document_no, entitlement_id, receiver_name, receiver_personal_no, valid_from, valid_to)
        VALUES (E'UQ\\u000712', 'QD-1', 'Bùi Văn Đoàn', E'025188\\t22', '2026-11-05', '2026-11-10')
        """);
    takePayroll.take(NOV);
    assertThat(welfare.payout(NOV, 1)).containsEntry("beneficiary_no", "025145 00").containsEntry("payee_no", "025177 11")
        .containsEntry("authorised_no", "025188 22").containsEntry("authorisation_doc", "UQ 12");
  }

  @Test
  void theNewestAccountByTheCutOffThatIsStillOpenCounts() {
    welfare.people(1, 3).account(1, "111111111111", "2026-10-15").account(1, "222222222222", "2026-10-16")
        .account(2, "333333333333", "2026-10-15").account(3, "444444444444", "2026-10-15");
    welfare.province.update("UPDATE welfare.payment_account SET closed_on = '2026-10-24' WHERE account_no = '333333333333'");
    welfare.province.update("UPDATE welfare.payment_account SET closed_on = '2026-10-25' WHERE account_no = '444444444444'");
    welfare.payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").regular(NOV, 2, 2, "2026-11").regular(NOV, 3, 3, "2026-11")
        .approve(NOV);
    takePayroll.take(NOV);
    assertThat(welfare.hub.queryForList("SELECT account_no FROM payout ORDER BY line_no", String.class))
        .containsExactly("111111111111", "2700205100002", "444444444444");
  }

  @Test
  void heldLinesCountAsAcceptedAndOpenACaseEach() {
    welfare.people(1, 2).account(1, "111111111111", "2026-10-01").account(1, "222222222222", "2026-10-01").status(2, "MOVED", null)
        .payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").regular(NOV, 2, 2, "2026-11").approve(NOV);

    assertThat(takePayroll.take(NOV)).isEqualTo(Outcome.TAKEN);

    assertThat(payroll(NOV).accepted()).isEqualTo(new Tally(2, 1_000_000));
    assertThat(welfare.payout(NOV, 1)).containsEntry("state", "HELD").containsEntry("hold_reason", "TWO_ACCOUNTS")
        .containsEntry("account_no", null);
    assertThat(welfare.payout(NOV, 2)).containsEntry("state", "HELD").containsEntry("hold_reason", "STATUS_WITHOUT_DATE");
    assertThat(cases.opened).extracting(NewCase::kind).containsOnly(CaseKind.PAYOUT_HELD);
    assertThat(cases.opened).extracting(NewCase::subject)
        .containsExactly("payout:" + welfare.payout(NOV, 1).get("payout_id"), "payout:" + welfare.payout(NOV, 2).get("payout_id"));
    assertThat(cases.opened).extracting(NewCase::amountVnd).containsOnly(500_000L);
    assertThat(cases.opened.get(0).evidence()).contains("Bảng " + NOV + ", dòng 1").contains("2 tài khoản");
  }

  @Test
  void aKnownCommuneThatNobodyServesHoldsItsCash() {
    registers.served = false;
    welfare.people(1, 2).withoutAccount(2).payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").regular(NOV, 2, 2, "2026-11")
        .approve(NOV);
    takePayroll.take(NOV);
    assertThat(welfare.payout(NOV, 1)).containsEntry("state", "OPEN");
    assertThat(welfare.payout(NOV, 2)).containsEntry("state", "HELD").containsEntry("hold_reason", "NO_PLACE");
  }

  @Test
  void whoHasNoAccountIsNotedOnceToBeHelped() {
    welfare.person(1).withoutAccount(1).payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11")
        .line(NOV, 2, 1, "ARREARS", "2026-09", "2026-09", 500_000).approve(NOV);
    takePayroll.take(NOV);
    assertThat(welfare.hub.queryForList("SELECT entitlement_id || ' ' || payroll_id FROM account_candidate", String.class))
        .containsExactly("QD-1 " + NOV);
  }

  @Test
  void totalsThatLieHoldThePayrollBeforeAnyLineIsJudgedAndLeaveItsKeysFree() {
    welfare.people(1, 2).payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").regular(NOV, 2, 2, "2025-01").approve(NOV);
    welfare.province.update("UPDATE welfare.payroll SET total_vnd = 1000001 WHERE payroll_id = ?", NOV);

    assertThat(takePayroll.take(NOV)).isEqualTo(Outcome.HELD);

    assertThat(payroll(NOV).receiptStatus()).isEqualTo(Payroll.ReceiptStatus.HELD);
    assertThat(payroll(NOV).accepted()).isEqualTo(Tally.NONE);
    assertThat(payroll(NOV).refused()).isEqualTo(Tally.NONE);
    assertThat(payroll(NOV).message()).contains("2 dòng, 1000001 đồng").contains("2 dòng, 1000000 đồng");
    assertThat(cases.opened).singleElement().satisfies(one -> {
      assertThat(one.kind()).isEqualTo(CaseKind.PAYROLL_TOTALS);
      assertThat(one.subject()).isEqualTo("payroll:" + NOV);
    });
    assertThat(welfare.count("payout") + welfare.count("payroll_refusal") + welfare.count("outbox")).isZero();

    welfare.payroll(NOV_2, "2026-11").regular(NOV_2, 1, 1, "2026-11").approve(NOV_2);
    takePayroll.take(NOV_2);
    assertThat(payroll(NOV_2).accepted()).isEqualTo(new Tally(1, 500_000));
  }

  @Test
  void aPayrollForAClosedMonthOpensItAgainWhenSomethingOfItIsTaken() {
    welfare.hub.execute("INSERT INTO period_close (programme, period, closed_at) VALUES ('BTXH', '2026-11-01', now()),"
        + " ('BTXH', '2026-10-01', now()), ('NCC', '2026-11-01', now())");
    welfare.people(1, 2).payroll(NOV, "2026-11").regular(NOV, 1, 1, "2025-01").approve(NOV);
    takePayroll.take(NOV);
    assertThat(welfare.count("period_close")).isEqualTo(3);

    welfare.payroll(NOV_2, "2026-11").regular(NOV_2, 1, 2, "2026-11").approve(NOV_2);
    takePayroll.take(NOV_2);
    assertThat(welfare.hub.queryForList("SELECT programme || ' ' || period FROM period_close ORDER BY 1", String.class))
        .containsExactly("BTXH 2026-10-01", "NCC 2026-11-01");
  }

  @Test
  void aCountThatLiesHoldsThePayrollToo() {
    welfare.person(1).payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").approve(NOV);
    welfare.province.update("UPDATE welfare.payroll SET item_count = 2 WHERE payroll_id = ?", NOV);
    assertThat(takePayroll.take(NOV)).isEqualTo(Outcome.HELD);
  }

  @Test
  void controlTotalsCountZeroAndNegativeLinesToo() {
    welfare.people(1, 3).payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").line(NOV, 2, 2, "REGULAR", "2026-11", "2026-11", 0)
        .line(NOV, 3, 3, "REGULAR", "2026-11", "2026-11", -200_000).approve(NOV);
    assertThat(takePayroll.take(NOV)).isEqualTo(Outcome.TAKEN);
    assertThat(payroll(NOV).accepted()).isEqualTo(new Tally(1, 500_000));
    assertThat(payroll(NOV).refused()).isEqualTo(new Tally(2, -200_000));
    assertThat(welfare.refusals(NOV)).containsExactly("2 AMOUNT_NOT_POSITIVE", "3 AMOUNT_NOT_POSITIVE");
  }

  @Test
  void everyLineOfACommuneThatIsNoPlaceOnThatDayIsRefused() {
    welfare.people(1, 2).payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").regular(NOV, 2, 2, "2026-11").approve(NOV);
    welfare.province.update("UPDATE welfare.payroll SET commune_code = '04789' WHERE payroll_id = ?", NOV);
    assertThat(takePayroll.take(NOV)).isEqualTo(Outcome.REFUSED);
    assertThat(welfare.refusals(NOV)).containsExactly("1 COMMUNE_UNKNOWN", "2 COMMUNE_UNKNOWN");
    assertThat(payroll(NOV).receiptStatus()).isEqualTo(Payroll.ReceiptStatus.REFUSED);
    assertThat(welfare.count("outbox")).isZero();
  }

  @Test
  void aPayrollWithoutAPeriodIsRefusedLineByLine() {
    welfare.person(1).payroll(NOV, "2026-12", "2026-11").regular(NOV, 1, 1, "2026-11").approve(NOV);
    assertThat(takePayroll.take(NOV)).isEqualTo(Outcome.REFUSED);
    assertThat(welfare.refusals(NOV)).containsExactly("1 PERIOD_MALFORMED");
  }

  @Test
  void ofLinesWithOneKeyInOnePayrollTheFirstWins() {
    welfare.person(1).payroll(NOV, "2026-11").line(NOV, 5, 1, "REGULAR", "2026-11", "2026-11", 600_000)
        .line(NOV, 2, 1, "REGULAR", "2026-11", "2026-11", 500_000).line(NOV, 9, 1, "ONE_OFF", "2026-11", "2026-11", 1)
        .line(NOV, 8, 1, "ONE_OFF", "2026-11", "2026-11", 2).line(NOV, 7, 1, "ARREARS", "2026-10", "2026-11", 3).approve(NOV);
    takePayroll.take(NOV);
    assertThat(welfare.refusals(NOV)).containsExactly("5 DUPLICATE", "9 DUPLICATE");
    assertThat(welfare.refusalText(NOV, 5)).isEqualTo(
        "Trùng với dòng 2 của bảng " + NOV + ": cùng chế độ, cùng loại, cùng tháng 11/2026.");
    assertThat(payroll(NOV).accepted()).isEqualTo(new Tally(3, 500_005));
  }

  @Test
  void aMonthPaidAheadIsNotPaidAgainAndThePartlyOverlappingLineIsRefusedWhole() {
    welfare.people(1, 2).payroll(NOV, "2026-11", "2026-12").line(NOV, 1, 1, "REGULAR", "2026-11", "2026-12", 1_000_000)
        .regular(NOV, 2, 2, "2026-12").approve(NOV);
    takePayroll.take(NOV);
    welfare.payroll(NOV_2, "2026-11", "2027-01").line(NOV_2, 1, 1, "REGULAR", "2026-12", "2027-01", 1_000_000)
        .line(NOV_2, 2, 2, "REGULAR", "2026-12", "2026-12", 500_000).approve(NOV_2);
    assertThat(takePayroll.take(NOV_2)).isEqualTo(Outcome.REFUSED);
    assertThat(welfare.refusals(NOV_2)).containsExactly("1 MONTH_ALREADY_PAID", "2 DUPLICATE");
    assertThat(welfare.refusalText(NOV_2, 1)).isEqualTo(
        "Tháng 12/2026 đã có khoản chi của cùng chế độ (bảng " + NOV + ", dòng 1).");
  }

  @Test
  void aFreedKeyMayBeTakenAgain() {
    welfare.person(1).payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").approve(NOV);
    takePayroll.take(NOV);
    welfare.hub.update("UPDATE payout SET state = 'CANCELLED', key_freed = true");
    welfare.payroll(NOV_2, "2026-11").regular(NOV_2, 1, 1, "2026-11").approve(NOV_2);
    assertThat(takePayroll.take(NOV_2)).isEqualTo(Outcome.TAKEN);
  }

  @Test
  void oneBeneficiarysTwoEntitlementsAreTwoPayouts() {
    welfare.people(1, 2).payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").regular(NOV, 2, 2, "2026-11").approve(NOV);
    welfare.province.update("UPDATE welfare.entitlement SET beneficiary_id = 'NH-1'");
    takePayroll.take(NOV);
    assertThat(payroll(NOV).accepted()).isEqualTo(new Tally(2, 1_000_000));
  }

  @Test
  void aCarryOverLineRevivesThePayoutOfTheLineItNames() {
    carriedOverFromOctober();
    welfare.payroll(NOV, "2026-11").carries(NOV, 4, 1, "2026-10", 500_000, OCT, 1).regular(NOV, 5, 1, "2026-11").approve(NOV);
    welfare.province.update("UPDATE welfare.entitlement SET payee_name = 'Đỗ Văn Mới'");

    assertThat(takePayroll.take(NOV)).isEqualTo(Outcome.TAKEN);

    assertThat(payroll(NOV).accepted()).isEqualTo(new Tally(2, 1_000_000));
    assertThat(welfare.count("payout")).isEqualTo(2);
    assertThat(welfare.payout(NOV, 4)).containsEntry("payroll_id", OCT).containsEntry("line_no", 1).containsEntry("state", "OPEN")
        .containsEntry("attempt", 1).containsEntry("payee_name", "Đỗ Văn Mới").containsEntry("kind", "REGULAR")
        .containsEntry("partner", null);
    assertThat(welfare.payout(NOV, 4).get("period")).hasToString("2026-11-01");
    assertThat(welfare.payout(NOV, 4).get("for_from")).hasToString("2026-10-01");
  }

  @Test
  void aChainOfCarryOversRevivesTheSamePayoutAgain() {
    carriedOverFromOctober();
    welfare.payroll(NOV, "2026-11").carries(NOV, 4, 1, "2026-10", 500_000, OCT, 1).approve(NOV);
    takePayroll.take(NOV);
    welfare.hub.update("UPDATE payout SET state = 'CARRIED_OVER'");
    welfare.payroll("T12", "2026-12").carries("T12", 1, 1, "2026-10", 500_000, NOV, 4).approve("T12");
    assertThat(takePayroll.take("T12")).isEqualTo(Outcome.TAKEN);
    assertThat(welfare.payout("T12", 1)).containsEntry("payroll_id", OCT).containsEntry("state", "OPEN");
    assertThat(welfare.count("payout")).isEqualTo(1);
  }

  @Test
  void aCarryOverLineMayBeHeld() {
    carriedOverFromOctober();
    welfare.status(1, "DECEASED", null).payroll(NOV, "2026-11").carries(NOV, 4, 1, "2026-10", 500_000, OCT, 1).approve(NOV);
    takePayroll.take(NOV);
    assertThat(welfare.payout(NOV, 4)).containsEntry("state", "HELD").containsEntry("hold_reason", "STATUS_WITHOUT_DATE");
    assertThat(cases.opened).hasSize(1);
  }

  @Test
  void aCarryOverLineThatDiffersIsRefusedAndThePayoutStaysCarriedOver() {
    carriedOverFromOctober();
    welfare.person(2).payroll(NOV, "2026-11").carries(NOV, 1, 1, "2026-10", 400_000, OCT, 1).carries(NOV, 2, 2, "2026-10", 500_000, OCT, 1)
        .carries(NOV, 3, 1, "2026-09", 500_000, OCT, 1).approve(NOV);
    assertThat(takePayroll.take(NOV)).isEqualTo(Outcome.REFUSED);
    assertThat(welfare.refusals(NOV)).containsExactly("1 AMOUNT_DIFFERS", "2 NOT_CARRIED", "3 NOT_CARRIED");
    assertThat(welfare.payout(OCT, 1)).containsEntry("state", "CARRIED_OVER");
  }

  @Test
  void ofTwoLinesThatCarryOnePayoutTheFirstWins() {
    carriedOverFromOctober();
    welfare.payroll(NOV, "2026-11").carries(NOV, 9, 1, "2026-10", 500_000, OCT, 1).carries(NOV, 3, 1, "2026-10", 500_000, OCT, 1)
        .approve(NOV);
    takePayroll.take(NOV);
    assertThat(welfare.refusals(NOV)).containsExactly("9 NOT_CARRIED");
    assertThat(welfare.payout(NOV, 3)).containsEntry("state", "OPEN");
  }

  @Test
  void aPayoutPaidBeforeItsRevivalIsNotCarried() {
    carriedOverFromOctober();
    welfare.hub.update("UPDATE payout SET state = 'PAID'");
    welfare.payroll(NOV, "2026-11").carries(NOV, 1, 1, "2026-10", 500_000, OCT, 1).approve(NOV);
    takePayroll.take(NOV);
    assertThat(welfare.refusals(NOV)).containsExactly("1 NOT_CARRIED");
  }

  @Test
  void aLineThatWasNeverTakenCannotBeCarried() {
    welfare.person(1).payroll(OCT, "2026-10").regular(OCT, 1, 1, "2026-10")
        .payroll(NOV, "2026-11").carries(NOV, 1, 1, "2026-10", 500_000, OCT, 1).carries(NOV, 2, 1, "2026-10", 500_000, NOV, 2).approve(NOV);
    assertThat(takePayroll.take(NOV)).isEqualTo(Outcome.REFUSED);
    assertThat(welfare.refusals(NOV)).containsExactly("1 NOT_CARRIED", "2 NOT_CARRIED");
  }

  @Test
  void aCarriedOverMonthKeepsItsKey() {
    carriedOverFromOctober();
    welfare.payroll(NOV, "2026-10", "2026-11").regular(NOV, 1, 1, "2026-10").approve(NOV);
    takePayroll.take(NOV);
    assertThat(welfare.refusals(NOV)).containsExactly("1 DUPLICATE");
  }

  @Test
  void takingAPayrollAgainChangesNothing() {
    welfare.person(1).payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").approve(NOV);
    takePayroll.take(NOV);
    assertThat(takePayroll.take(NOV)).isEqualTo(Outcome.ALREADY_TAKEN);
    assertThat(welfare.count("payout")).isEqualTo(1);
    assertThat(welfare.count("outbox")).isEqualTo(1);
  }

  @Test
  void manyAtOnceTakeEachPayrollOnceAndEachKeyOnce() throws Exception {
    welfare.people(1, 20).payroll(NOV, "2026-11").payroll(NOV_2, "2026-11");
    for (int n = 1; n <= 20; n++) {
      welfare.regular(NOV, n, n, "2026-11").regular(NOV_2, 21 - n, n, "2026-11");
    }
    welfare.approve(NOV).approve(NOV_2);

    List<Outcome> outcomes = atOnce(List.of(() -> takePayroll.take(NOV), () -> takePayroll.take(NOV_2), () -> takePayroll.take(NOV),
        () -> takePayroll.take(NOV_2)));

    assertThat(outcomes).containsExactlyInAnyOrder(Outcome.TAKEN, Outcome.REFUSED, Outcome.ALREADY_TAKEN, Outcome.ALREADY_TAKEN);
    assertThat(welfare.count("payout")).isEqualTo(20);
    assertThat(welfare.count("payroll_refusal")).isEqualTo(20);
  }

  @Test
  void aWithdrawnPayrollLeavesNoTrace() {
    welfare.person(1).payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").approve(NOV);
    welfare.province.update("UPDATE welfare.payroll SET status = 'WITHDRAWN'");
    assertThat(takePayroll.take(NOV)).isEqualTo(Outcome.NOT_APPROVED);
    assertThat(takePayroll.take("không có bảng này")).isEqualTo(Outcome.NOT_APPROVED);
    assertThat(welfare.count("payroll")).isZero();
  }

  @Test
  void aTechnicalFailureLeavesNothingBehindAndTheNextAttemptSucceeds() {
    welfare.person(1).status(1, "STOPPED", null).payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").approve(NOV);
    cases.failing = true;
    assertThatIllegalStateException().isThrownBy(() -> takePayroll.take(NOV)).withMessage("the case table is locked");
    assertThat(welfare.count("payroll") + welfare.count("payout") + welfare.count("outbox")).isZero();

    cases.failing = false;
    assertThat(takePayroll.take(NOV)).isEqualTo(Outcome.TAKEN);
  }

  @Test
  void manyLinesAreReadFromOneSnapshotThoughTheProvinceWritesMeanwhile() {
    int lines = 2_500;
    manyPeople(lines);
    registers.meanwhile = () -> {
      welfare.province.update("UPDATE welfare.payroll_item SET amount_vnd = 1");
      welfare.province.update("UPDATE welfare.beneficiary SET life_status = 'STOPPED', life_status_on = '2020-01-01'");
    };
    assertThat(takePayroll.take(NOV)).isEqualTo(Outcome.TAKEN);
    assertThat(payroll(NOV).accepted()).isEqualTo(new Tally(lines, lines * 500_000L));
    assertThat(welfare.hub.queryForList("SELECT line_no FROM payout ORDER BY payout_id", Integer.class)).isSorted();
  }

  @Test
  void theReceiptSaysWhatTheAgencyShouldLookAt() {
    welfare.people(1, 2).payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").regular(NOV, 2, 2, "2025-01").approve(NOV);
    welfare.province.update("UPDATE welfare.beneficiary SET personal_no = '25145000001'");
    welfare.province.update("UPDATE welfare.payroll SET pay_until = '2026-11-18'");
    takePayroll.take(NOV);
    assertThat(payroll(NOV).message()).isEqualTo("Từ chối 1 dòng; lý do ghi theo từng dòng. Lưu ý: ngày chi cuối 2026-11-18 sau ngày 17, "
        + "khó kịp báo cáo trước ngày 20. Lưu ý: 1 dòng số định danh không đủ 12 chữ số (dòng 1).");
  }

  @Test
  void newPayrollsAreThoseThatAreApprovedAndNotTakenOldestApprovalFirst() {
    welfare.person(1);
    for (String id : List.of("C", "A", "B", "E", "D")) {
      welfare.payroll(id, "2026-11").approve(id, id.equals("D") ? "2026-10-01T00:00:00Z" : "2026-10-20T00:00:00Z");
    }
    welfare.province.update("UPDATE welfare.payroll SET status = 'DRAFT' WHERE payroll_id = 'E'");
    assertThat(approved.notYetTaken(10)).containsExactly("D", "A", "B", "C");
    takePayroll.take("A");
    assertThat(approved.notYetTaken(10)).containsExactly("D", "B", "C");
    assertThat(approved.notYetTaken(2)).containsExactly("D", "B");
  }

  @Test
  void aNewPayrollIsFoundBehindThousandsThatWereTaken() {
    welfare.province.update("""
        INSERT INTO welfare.payroll (payroll_id, programme, agency_code, commune_code, period_from, period_to, account_cutoff, pay_from,
          pay_until, item_count, total_vnd, status, approved_at)
        SELECT 'P' || lpad(n::text, 5, '0'), 'BTXH', 'XA', '04792', '2026-11', '2026-11', '2026-10-15', '2026-11-05', '2026-11-15', 0, 0,
          'APPROVED', '2026-10-20' FROM generate_series(1, 2500) n
        """);
    welfare.hub.update("""
        INSERT INTO payroll (payroll_id, programme, agency_code, commune_code, period_from, period, account_cutoff, pay_from, pay_until,
          item_count, total_vnd, state, taken_at, receipt_status)
        SELECT 'P' || lpad(n::text, 5, '0'), 'BTXH', 'XA', '04792', '2026-11-01', '2026-11-01', '2026-10-15', '2026-11-05', '2026-11-15',
          0, 0, 'TAKEN', now(), 'TAKEN' FROM generate_series(1, 2500) n WHERE n <> 2300
        """);
    assertThat(approved.notYetTaken(1000)).containsExactly("P02300");
  }

  private void carriedOverFromOctober() {
    welfare.person(1).payroll(OCT, "2026-10").regular(OCT, 1, 1, "2026-10").approve(OCT);
    takePayroll.take(OCT);
    welfare.hub.update("UPDATE payout SET state = 'CARRIED_OVER', attempt = 1, partner = 'ngan-hang'");
  }

  private void manyPeople(int count) {
    welfare.province.update("""
        INSERT INTO welfare.beneficiary (beneficiary_id, full_name, commune_code)
        SELECT 'NH-' || n, 'Trần Thị Đào', '04792' FROM generate_series(1, ?) n
        """, count);
    welfare.province.update("""
        INSERT INTO welfare.entitlement (entitlement_id, beneficiary_id, programme, benefit_code, payee_name, payee_relation, valid_from)
        SELECT 'QD-' || n, 'NH-' || n, 'BTXH', 'X1', 'Trần Thị Đào', 'SELF', '2020-01-01' FROM generate_series(1, ?) n
        """, count);
    welfare.payroll(NOV, "2026-11");
    welfare.province.update("""
        INSERT INTO welfare.payroll_item (payroll_id, line_no, entitlement_id, kind, for_from, for_to, amount_vnd)
        SELECT ?, n, 'QD-' || n, 'REGULAR', '2026-11', '2026-11', 500000 FROM generate_series(1, ?) n
        """, NOV, count);
    welfare.approve(NOV);
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(calls)) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private Payroll payroll(String payrollId) {
    return payrolls.findById(payrollId).orElseThrow();
  }
}
