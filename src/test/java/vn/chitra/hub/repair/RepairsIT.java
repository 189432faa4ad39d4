package vn.chitra.hub.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.chitra.hub.repair.HubRows.AMOUNT;
import static vn.chitra.hub.repair.HubRows.PAYROLL;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.audit.AuditTrail;
import vn.chitra.hub.fixture.HubFixture;
import vn.chitra.hub.payout.ReleasePayroll;
import vn.chitra.hub.reconciliation.Settlement;
import vn.chitra.hub.reconciliation.SettlementRow;
import vn.chitra.hub.support.EndToEndId;
import vn.chitra.hub.support.Word;

class RepairsIT {

  /** Nothing is released by itself. */
  private static final HubFixture HUB = HubFixture.with("--hub.release.payroll-limit-vnd=1");
  private static final Instant NOW = Instant.parse("2026-11-18T02:00:00Z");
  private static final Actor VIEWER = new Actor("an", Role.VIEWER);
  private static final Actor OPERATOR = new Actor("huong", Role.OPERATOR);
  private static final Actor APPROVER = new Actor("dat", Role.APPROVER);
  private static final Actor OTHER_APPROVER = new Actor("đức", Role.APPROVER);
  private static final String WHY = "theo công văn của xã";

  private final Repairs repairs = HUB.bean(Repairs.class);
  private final AuditTrail audit = HUB.bean(AuditTrail.class);
  private final Settlement settlement = HUB.bean(Settlement.class);
  private final ReleasePayroll release = HUB.bean(ReleasePayroll.class);
  private final JdbcTemplate jdbc = HUB.bean(JdbcTemplate.class);

  private HubRows rows;

  @BeforeEach
  void nothingHappenedYet() {
    HUB.reset(NOW);
    rows = new HubRows(jdbc);
  }

  // ---------------------------------------------------------------- money that went in error

  @Test
  void anErrorIsWrittenOffByTwoAndTheFrozenSuccessorMayThenBeLetGo() {
    rows.payroll("RELEASED", 1);
    long payout = rows.payout(1, "OPEN", null, "agribank");
    long error = rows.payment(payout, "PAID_IN_ERROR", true);
    long next = rows.payment(payout, "PLANNED", true);
    jdbc.update("update payment set frozen = true where payment_id = ?", next);
    rows.openCase("PAID_IN_ERROR", "payout:" + payout);
    String id = String.valueOf(payout);
    assertThat(repairs.request(OPERATOR, RepairAction.UNFREEZE_PAYOUT, id, "", WHY)).isInstanceOf(Outcome.Refused.class);
    Outcome proposed = repairs.request(OPERATOR, RepairAction.WRITE_OFF_ERROR, id, "", WHY);
    assertThat(repairs.approve(APPROVER, ((Outcome.Proposed) proposed).proposalId())).isInstanceOf(Outcome.Done.class);
    assertThat(rows.row("payment", "payment_id", error)).containsEntry("state", "PAID_IN_ERROR");
    assertThat(rows.row("payment", "payment_id", error).get("written_off_at")).isNotNull();
    assertThat(jdbc.queryForList("select kind from case_record where state = 'OPEN'", String.class)).containsExactly("PAYOUT_HELD");
    assertThat(repairs.request(OPERATOR, RepairAction.WRITE_OFF_ERROR, id, "", WHY)).isInstanceOf(Outcome.Refused.class);
    assertThat(repairs.request(OPERATOR, RepairAction.UNFREEZE_PAYOUT, id, "", WHY)).isInstanceOf(Outcome.Proposed.class);
  }

  // ---------------------------------------------------------------- who may

  @ParameterizedTest
  @EnumSource(RepairAction.class)
  void aViewerMayDoNothing(RepairAction action) {
    assertThat(repairs.request(VIEWER, action, "1", "", WHY)).isEqualTo(new Outcome.Refused(new Word("Vai trò của bạn chỉ được xem.",
        "Your role may only look.")));
    assertThat(repairs.waiting()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "ok"})
  void anActionNeedsAReason(String reason) {
    long payout = held(1);

    assertThat(repairs.request(OPERATOR, RepairAction.STOP_PAYOUT, id(payout), "", reason)).isInstanceOf(Outcome.Refused.class);
    assertThat(repairs.waiting()).isEmpty();
  }

  @Test
  void whatMovesMoneyWaitsForASecondPerson() {
    long payout = held(1);

    Outcome outcome = repairs.request(OPERATOR, RepairAction.CARRY_OVER_PAYOUT, id(payout), "", WHY);

    assertThat(outcome).isInstanceOf(Outcome.Proposed.class);
    assertThat(payoutState(payout)).isEqualTo("HELD");
    assertThat(repairs.waiting()).singleElement().satisfies(proposal -> {
      assertThat(proposal.proposedBy()).isEqualTo("huong");
      assertThat(proposal.items()).isEqualTo(1);
      assertThat(proposal.dong()).isEqualTo(AMOUNT);
    });
    assertThat(lastAction()).isEqualTo("huong PROPOSE_CARRY_OVER_PAYOUT payout:" + payout);
  }

  @Test
  void anOperatorCannotApprove() {
    long proposal = propose(OPERATOR, RepairAction.CARRY_OVER_PAYOUT, id(held(1)));

    assertThat(repairs.approve(OPERATOR, proposal)).isInstanceOf(Outcome.Refused.class);
    assertThat(repairs.approve(new Actor("binh", Role.OPERATOR), proposal)).isInstanceOf(Outcome.Refused.class);
    assertThat(repairs.waiting()).hasSize(1);
  }

  @Test
  void nobodyApprovesWhatHeProposedHimself() {
    long payout = held(1);
    long proposal = propose(APPROVER, RepairAction.CARRY_OVER_PAYOUT, id(payout));

    assertThat(repairs.approve(new Actor("DAT", Role.APPROVER), proposal).words()).contains("không được tự duyệt");
    assertThat(payoutState(payout)).isEqualTo("HELD");
    assertThat(repairs.approve(OTHER_APPROVER, proposal)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void theDatabaseRefusesOnePersonTwice() {
    propose(APPROVER, RepairAction.CARRY_OVER_PAYOUT, id(held(1)));

    assertThatThrownBy(() -> jdbc.update("update repair_proposal set state = 'DONE', decided_by = 'Dat', approved_by = 'Dat',"
        + " decided_at = now()")).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("repair_two_persons");
  }

  @Test
  void aProposalIsApprovedOnce() {
    long payout = held(1);
    long proposal = propose(OPERATOR, RepairAction.CARRY_OVER_PAYOUT, id(payout));

    assertThat(repairs.approve(APPROVER, proposal)).isInstanceOf(Outcome.Done.class);
    assertThat(repairs.approve(APPROVER, proposal)).isInstanceOf(Outcome.Refused.class);
    assertThat(bookings("CARRIED_OUT")).isEqualTo(1);
  }

  @Test
  void theSameIsNotProposedTwice() {
    long payout = held(1);
    propose(OPERATOR, RepairAction.STOP_PAYOUT, id(payout));

    assertThat(repairs.request(APPROVER, RepairAction.STOP_PAYOUT, id(payout), "", WHY)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aRejectedProposalDoesNothing() {
    long payout = held(1);
    long proposal = propose(OPERATOR, RepairAction.STOP_PAYOUT, id(payout));

    assertThat(repairs.reject(new Actor("binh", Role.OPERATOR), proposal, WHY)).isInstanceOf(Outcome.Refused.class);
    assertThat(repairs.reject(OPERATOR, proposal, WHY)).isInstanceOf(Outcome.Done.class);
    assertThat(repairs.approve(APPROVER, proposal)).isInstanceOf(Outcome.Refused.class);
    assertThat(payoutState(payout)).isEqualTo("HELD");
    assertThat(lastAction()).isEqualTo("huong REJECT_STOP_PAYOUT payout:" + payout);
  }

  @Test
  void whatChangedSinceTheProposalIsNotApproved() {
    rows.payroll("PLANNED", 2);
    rows.payment(rows.payout(1, "OPEN", null, "agribank"), "PLANNED", false);
    long proposal = propose(OPERATOR, RepairAction.RELEASE_PAYROLL, PAYROLL);
    rows.payment(rows.payout(2, "OPEN", null, "agribank"), "PLANNED", false);

    assertThat(repairs.approve(APPROVER, proposal).words()).contains("đã khác lúc đề nghị");
    assertThat(released()).isZero();
  }

  @Test
  void aNumberInAReasonIsMasked() {
    long payout = held(1);
    repairs.request(OPERATOR, RepairAction.STOP_PAYOUT, id(payout), "", "tài khoản 2700205198765 sai");

    assertThat(repairs.waiting().get(0).reason()).isEqualTo("tài khoản ************* sai");
    assertThat(jdbc.queryForObject("select reason from audit_event order by audit_id desc limit 1", String.class)).doesNotContain("2700");
  }

  // ---------------------------------------------------------------- giving back

  @ParameterizedTest
  @CsvSource({"CARRY_OVER_PAYOUT, CARRIED_OVER, CARRIED_OUT, false", "HAND_BACK_PAYOUT, HANDED_BACK, HANDED_BACK, true",
      "STOP_PAYOUT, STOPPED, HANDED_BACK, false"})
  void aHeldPayoutIsGivenBackWithItsBooksItsNeedItsResultAndItsCase(RepairAction action, String state, String column, boolean freed) {
    long payout = held(1);
    long openCase = rows.openCase("PAYOUT_HELD", "payout:" + payout);

    assertThat(twoPersons(action, id(payout), "")).isInstanceOf(Outcome.Done.class);

    assertThat(rows.row("payout", "payout_id", payout)).containsEntry("state", state).containsEntry("key_freed", freed);
    assertThat(bookings(column)).isEqualTo(1);
    assertThat(rows.row("funding_need", "partner", "none")).containsEntry("item_count", 0).containsEntry("total_vnd", 0L);
    assertThat(rows.row("payout_result", "payout_id", payout)).containsEntry("outcome", state).containsEntry("reason_code", "TWO_ACCOUNTS")
        .containsEntry("amount_vnd", AMOUNT).containsEntry("revision", 1);
    assertThat(rows.row("case_record", "case_id", openCase)).containsEntry("state", "CLOSED").containsEntry("closed_by", "dat");
    assertThat(lastAction()).isEqualTo("dat " + action + " payout:" + payout);
    assertThat(audit.verify().holds()).isTrue();
    booksBalance();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PLANNED", "BATCHED", "SENT", "ACCEPTED", "PAID"})
  void aPayoutWithAPaymentAliveOrPaidIsNotGivenBack(String paymentState) {
    rows.payroll("RELEASED", 1);
    long payout = rows.payout(1, "OPEN", null, "agribank");
    rows.payment(payout, paymentState, true);

    for (RepairAction action : List.of(RepairAction.CARRY_OVER_PAYOUT, RepairAction.HAND_BACK_PAYOUT, RepairAction.STOP_PAYOUT,
        RepairAction.PLAN_AGAIN)) {
      assertThat(repairs.request(OPERATOR, action, id(payout), "", WHY).words()).contains("còn hiệu lực (" + paymentState + ")");
    }
    assertThat(repairs.waiting()).isEmpty();
  }

  @Test
  void aPaymentThatStartsBetweenProposalAndApprovalStopsTheApproval() {
    rows.payroll("RELEASED", 1);
    long payout = rows.payout(1, "OPEN", null, "agribank");
    rows.payment(payout, "REJECTED", true);
    long proposal = propose(OPERATOR, RepairAction.HAND_BACK_PAYOUT, id(payout));
    rows.payment(payout, "PLANNED", true);

    assertThat(repairs.approve(APPROVER, proposal).words()).contains("còn hiệu lực");
    assertThat(payoutState(payout)).isEqualTo("OPEN");
    assertThat(bookings("HANDED_BACK")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PAID", "CARRIED_OVER", "HANDED_BACK", "STOPPED", "CANCELLED"})
  void aPayoutThatIsOverIsNotDecidedAgain(String state) {
    rows.payroll("RELEASED", 1);
    long payout = rows.payout(1, state, null, "agribank");

    assertThat(repairs.request(OPERATOR, RepairAction.STOP_PAYOUT, id(payout), "", WHY).words()).contains("đang ở trạng thái " + state);
    assertThat(repairs.request(OPERATOR, RepairAction.HOLD_PAYOUT, id(payout), "", WHY)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aPayoutThatIsNotInTheBooksYetWaitsForItsPlan() {
    rows.payroll("TAKEN", 1);
    long payout = rows.payout(1, "HELD", "TWO_ACCOUNTS", null);

    assertThat(repairs.request(OPERATOR, RepairAction.STOP_PAYOUT, id(payout), "", WHY).words()).contains("chưa lập xong kế hoạch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "999999", "abc", "1; drop table payout", "999999999999999999999"})
  void whatDoesNotExistIsRefused(String id) {
    for (RepairAction action : List.of(RepairAction.STOP_PAYOUT, RepairAction.PLAN_AGAIN, RepairAction.HOLD_PAYOUT,
        RepairAction.UNFREEZE_PAYOUT, RepairAction.CANCEL_PAYMENT, RepairAction.RELEASE_PAYROLL,
        RepairAction.RELEASE_REFUSED_BATCH, RepairAction.FUNDS_STAND, RepairAction.SEND_AGAIN, RepairAction.CLOSE_CASE,
            RepairAction.REDRIVE_DEAD_LETTERS, RepairAction.SET_ASIDE_DEAD_LETTERS)) {
      assertThat(repairs.request(OPERATOR, action, id, "", WHY)).as("%s", action).isInstanceOf(Outcome.Refused.class);
    }
  }

  // ---------------------------------------------------------------- hold, release, plan again

  @Test
  void aHeldPayoutThatIsPlannedAgainGetsOnePaymentAndMovesInTheBooks() {
    long payout = held(1);
    rows.openCase("PAYOUT_HELD", "payout:" + payout);

    assertThat(twoPersons(RepairAction.PLAN_AGAIN, id(payout), "")).isInstanceOf(Outcome.Done.class);

    assertThat(rows.row("payout", "payout_id", payout)).containsEntry("state", "OPEN").containsEntry("partner", "agribank")
        .containsEntry("attempt", 1);
    assertThat(rows.row("payment", "payout_id", payout)).containsEntry("state", "PLANNED").containsEntry("account_no", "2700205198765")
        .containsEntry("end_to_end_id", EndToEndId.of(PAYROLL, 1, 1)).extractingByKey("released_at").isNotNull();
    assertThat(bookings("HANDED_OVER")).isEqualTo(1);
    assertThat(bookings("MOVED_OUT")).isEqualTo(1);
    assertThat(bookings("MOVED_IN")).isEqualTo(1);
    assertThat(rows.row("funding_need", "partner", "none")).containsEntry("item_count", 0);
    assertThat(rows.row("funding_need", "partner", "agribank")).containsEntry("item_count", 1).containsEntry("total_vnd", AMOUNT);
    assertThat(openCases()).isZero();
    booksBalance();
  }

  @Test
  void aRejectedTransferMayGoAsCash() {
    rows.payroll("RELEASED", 1);
    long payout = rows.payout(1, "HELD", "NAME_DIFFERS", "agribank");
    rows.payment(payout, "REJECTED", true);

    assertThat(twoPersons(RepairAction.PLAN_AGAIN, id(payout), "POST_CASH")).isInstanceOf(Outcome.Done.class);

    assertThat(jdbc.queryForMap("select * from payment where attempt = 2")).containsEntry("channel", "POST_CASH")
        .containsEntry("partner", "buu-dien").containsEntry("account_no", null)
        .containsEntry("end_to_end_id", EndToEndId.of(PAYROLL, 1, 2));
    booksBalance();
  }

  @Test
  void nothingIsPlannedAgainForTheDead() {
    rows.payroll("RELEASED", 1);
    long payout = rows.payout(1, "HELD", "DECEASED", "agribank");
    jdbc.update("update payment set reason_code = 'DECEASED' where payment_id = ?", rows.payment(payout, "REJECTED", true));

    assertThat(repairs.request(OPERATOR, RepairAction.PLAN_AGAIN, id(payout), "", WHY).words()).contains("đã mất");
  }

  @Test
  void whatWasPaidInErrorIsNeitherPaidAgainNorGivenBack() {
    rows.payroll("RELEASED", 1);
    long payout = rows.payout(1, "HELD", "X", "agribank");
    rows.payment(payout, "PAID_IN_ERROR", true);

    assertThat(repairs.request(OPERATOR, RepairAction.PLAN_AGAIN, id(payout), "", WHY).words()).contains("chi nhầm");
    assertThat(repairs.request(OPERATOR, RepairAction.CARRY_OVER_PAYOUT, id(payout), "", WHY).words()).contains("chi nhầm");
  }

  @Test
  void aPlannedPaymentIsFrozenByOnePersonAndFreedByTwo() {
    rows.payroll("RELEASED", 1);
    long payout = rows.payout(1, "OPEN", null, "agribank");
    long payment = rows.payment(payout, "PLANNED", true);

    assertThat(repairs.request(OPERATOR, RepairAction.HOLD_PAYOUT, id(payout), "", WHY)).isInstanceOf(Outcome.Done.class);
    assertThat(rows.row("payment", "payment_id", payment)).containsEntry("frozen", true).containsEntry("state", "PLANNED");
    assertThat(openCases()).isEqualTo(1);
    assertThat(repairs.request(OPERATOR, RepairAction.HOLD_PAYOUT, id(payout), "", WHY)).isInstanceOf(Outcome.Refused.class);

    assertThat(twoPersons(RepairAction.UNFREEZE_PAYOUT, id(payout), "")).isInstanceOf(Outcome.Done.class);
    assertThat(rows.row("payment", "payment_id", payment)).containsEntry("frozen", false);
    assertThat(openCases()).isZero();
  }

  @Test
  void aSuccessorOfAnErrorIsNotFreedButMayBeCancelled() {
    rows.payroll("RELEASED", 1);
    long payout = rows.payout(1, "OPEN", null, "agribank");
    rows.payment(payout, "PAID_IN_ERROR", true);
    long payment = rows.payment(payout, "PLANNED", true);
    jdbc.update("update payment set frozen = true where payment_id = ?", payment);

    assertThat(repairs.request(OPERATOR, RepairAction.UNFREEZE_PAYOUT, id(payout), "", WHY).words()).contains("chi hai lần");
    assertThat(twoPersons(RepairAction.CANCEL_PAYMENT, id(payout), "")).isInstanceOf(Outcome.Done.class);
    assertThat(rows.row("payment", "payment_id", payment)).containsEntry("state", "CANCELLED");
    assertThat(rows.row("payout", "payout_id", payout)).containsEntry("state", "HELD").containsEntry("hold_reason", "PAYMENT_CANCELLED");
    booksBalance();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BATCHED", "SENT", "ACCEPTED"})
  void whatIsInAFileIsNeitherHeldNorCancelled(String paymentState) {
    rows.payroll("RELEASED", 1);
    long payout = rows.payout(1, "OPEN", null, "agribank");
    rows.payment(payout, paymentState, true);

    assertThat(repairs.request(OPERATOR, RepairAction.HOLD_PAYOUT, id(payout), "", WHY)).isInstanceOf(Outcome.Refused.class);
    assertThat(repairs.request(OPERATOR, RepairAction.CANCEL_PAYMENT, id(payout), "", WHY)).isInstanceOf(Outcome.Refused.class);
  }

  // ---------------------------------------------------------------- payrolls and batches

  @Test
  void aPayrollOverItsLimitGoesTheWayOfEveryPayrollOnceTwoApproved() {
    rows.payroll("PLANNED", 1);
    rows.payment(rows.payout(1, "OPEN", null, "agribank"), "PLANNED", false);
    release.release(PAYROLL);
    assertThat(openCases()).isEqualTo(1);

    assertThat(twoPersons(RepairAction.RELEASE_PAYROLL, PAYROLL, "")).isInstanceOf(Outcome.Done.class);

    assertThat(released()).as("the persons concerned are to be read afresh first").isZero();
    assertThat(jdbc.queryForList("select destination || ' ' || body from outbox", String.class))
        .containsExactly("hub.payout.release " + PAYROLL);
    assertThat(openCases()).isZero();
    assertThat(repairs.request(OPERATOR, RepairAction.RELEASE_PAYROLL, PAYROLL, "", WHY)).isInstanceOf(Outcome.Refused.class);
    release.release(PAYROLL);
    assertThat(rows.row("payroll", "payroll_id", PAYROLL)).containsEntry("state", "RELEASED");
    assertThat(released()).isEqualTo(1);
  }

  @Test
  void moreThanTwoApprovedWaitsForThemAgain() {
    rows.payroll("PLANNED", 2);
    rows.payment(rows.payout(1, "OPEN", null, "agribank"), "PLANNED", false);
    twoPersons(RepairAction.RELEASE_PAYROLL, PAYROLL, "");
    rows.payment(rows.payout(2, "OPEN", null, "agribank"), "PLANNED", false);

    release.release(PAYROLL);

    assertThat(released()).isZero();
    assertThat(jdbc.queryForObject("select kind from case_record where state = 'OPEN'", String.class)).isEqualTo("RELEASE_LIMIT");
    assertThat(twoPersons(RepairAction.RELEASE_PAYROLL, PAYROLL, "")).isInstanceOf(Outcome.Done.class);
    release.release(PAYROLL);
    assertThat(released()).isEqualTo(2);
  }

  @Test
  void onlyThePaymentsOfTheRefusedFileTravelAgain() {
    rows.payroll("RELEASED", 2);
    long refused = rows.batch("REFUSED", 7);
    long other = rows.batch("REFUSED", 8);
    long payment = rows.payment(rows.payout(1, "OPEN", null, "agribank"), "PLANNED", false);
    long stays = rows.payment(rows.payout(2, "OPEN", null, "agribank"), "PLANNED", false);
    jdbc.update("update payment set came_back_from = ? where payment_id = ?", refused, payment);
    jdbc.update("update payment set came_back_from = ? where payment_id = ?", other, stays);
    long openCase = rows.openCase("BATCH_REFUSED", "batch:" + refused);
    assertThat(repairs.request(OPERATOR, RepairAction.CLOSE_CASE, id(openCase), "", WHY).words()).contains("còn nguyên nhân");

    assertThat(twoPersons(RepairAction.RELEASE_REFUSED_BATCH, id(refused), "")).isInstanceOf(Outcome.Done.class);

    assertThat(rows.row("payment", "payment_id", payment).get("released_at")).isNotNull();
    assertThat(rows.row("payment", "payment_id", stays).get("released_at")).isNull();
    assertThat(openCases()).isZero();
  }

  @Test
  void aBatchWhoseFundsStandIsQueuedWithTheSameBytes() {
    long batch = rows.batch("WAITING_FUNDS", 3);

    assertThat(twoPersons(RepairAction.FUNDS_STAND, id(batch), "")).isInstanceOf(Outcome.Done.class);

    assertThat(rows.row("batch", "batch_id", batch)).containsEntry("state", "WAITING_FUNDS").extractingByKey("retry_at").isNotNull();
    assertThat(jdbc.queryForList("select destination || ' ' || body from outbox", String.class))
        .containsExactly("hub.bank-file.send " + batch);
    assertThat(repairs.request(OPERATOR, RepairAction.FUNDS_STAND, id(batch), "", WHY).words()).contains("đang chờ gửi");
  }

  @Test
  void aBatchInDoubtIsSentAgainByOnePerson() {
    long batch = rows.batch("IN_DOUBT", 3);
    rows.openCase("BATCH_IN_DOUBT", "batch:" + batch);

    assertThat(repairs.request(OPERATOR, RepairAction.SEND_AGAIN, id(batch), "", WHY)).isInstanceOf(Outcome.Done.class);

    assertThat(jdbc.queryForList("select body from outbox", String.class)).containsExactly(id(batch));
    assertThat(openCases()).isZero();
    assertThat(lastAction()).isEqualTo("huong SEND_AGAIN batch:" + batch);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BUILT", "SENDING", "SENT", "ACKNOWLEDGED", "REFUSED"})
  void aBatchInAnotherStateIsNotSentAgain(String state) {
    long batch = rows.batch(state, 3);

    assertThat(repairs.request(OPERATOR, RepairAction.SEND_AGAIN, id(batch), "", WHY)).isInstanceOf(Outcome.Refused.class);
    assertThat(repairs.request(OPERATOR, RepairAction.FUNDS_STAND, id(batch), "", WHY)).isInstanceOf(Outcome.Refused.class);
  }

  // ---------------------------------------------------------------- cases

  @Test
  void aCaseIsClosedWithAReasonAndANameOnceItsCauseIsGone() {
    long payout = held(1);
    long stands = rows.openCase("PAYOUT_HELD", "payout:" + payout);
    long gone = rows.openCase("FILE_NOT_UNDERSTOOD", "file:9");

    assertThat(repairs.request(OPERATOR, RepairAction.CLOSE_CASE, id(stands), "", WHY).words()).contains("còn nguyên nhân");
    assertThat(repairs.request(OPERATOR, RepairAction.CLOSE_CASE, id(gone), "", WHY)).isInstanceOf(Outcome.Done.class);

    assertThat(rows.row("case_record", "case_id", gone)).containsEntry("closed_by", "huong").containsEntry("resolution", WHY);
    assertThat(repairs.request(OPERATOR, RepairAction.CLOSE_CASE, id(gone), "", WHY)).isInstanceOf(Outcome.Refused.class);
  }

  private long held(int line) {
    rows.payroll("RELEASED", 1);
    return rows.payout(line, "HELD", "TWO_ACCOUNTS", null);
  }

  private long propose(Actor actor, RepairAction action, String id) {
    Outcome outcome = repairs.request(actor, action, id, "", WHY);
    assertThat(outcome).isInstanceOf(Outcome.Proposed.class);
    return ((Outcome.Proposed) outcome).proposalId();
  }

  private Outcome twoPersons(RepairAction action, String id, String parameter) {
    Outcome proposed = repairs.request(OPERATOR, action, id, parameter, WHY);
    assertThat(proposed).as(proposed.words()).isInstanceOf(Outcome.Proposed.class);
    return repairs.approve(APPROVER, ((Outcome.Proposed) proposed).proposalId());
  }

  private void booksBalance() {
    assertThat(settlement.of(YearMonth.of(2026, 11))).isNotEmpty()
        .allSatisfy(row -> assertThat(row.difference()).as("%s", row).isEqualTo(SettlementRow.Figure.ZERO));
  }

  private long bookings(String column) {
    return jdbc.queryForObject("select count(*) from booking where column_name = ?", Long.class, column);
  }

  private long openCases() {
    return jdbc.queryForObject("select count(*) from case_record where state = 'OPEN'", Long.class);
  }

  private String payoutState(long payout) {
    return (String) rows.row("payout", "payout_id", payout).get("state");
  }

  private String lastAction() {
    return jdbc.queryForObject("select actor || ' ' || action || ' ' || subject from audit_event order by audit_id desc limit 1",
        String.class);
  }

  private static String id(long number) {
    return String.valueOf(number);
  }

  private long released() {
    return jdbc.queryForObject("select count(*) from planned_payment where released_at is not null", Long.class);
  }
}
