package vn.chitra.hub.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitra.hub.fixture.WelfareFixture;
import vn.chitra.hub.payout.ReroutePayouts;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Outcome;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Repairs;
import vn.chitra.hub.repair.Role;

/** A payout that the agency's data still block is not said to be paid again. */
class PlanAgainIT {

  private static final String NOV = "BTXH-04792-2026-11";

  private FlowHub hub;
  private WelfareFixture welfare;

  @BeforeEach
  void twoPayoutsWaitInAnOpenBatch() {
    hub = FlowHub.begin();
    welfare = hub.welfare;
    welfare.people(1, 2).payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").regular(NOV, 2, 2, "2026-11").approve(NOV);
    hub.handOver(NOV);
    hub.gather();
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '"', value = {"MOVED, 2026-10-20, đã chuyển đi nơi khác, sửa tình trạng của người hưởng",
      "STOPPED, 2026-09-30, đã thôi hưởng, sửa tình trạng của người hưởng", "MOVED,, không ghi từ ngày nào, ghi ngày của tình trạng"})
  void itSaysAtOnceThatThePayoutStaysHeldAndWhatTheAgencyMustChange(String status, String on, String cause, String remedy) {
    taken(status, on);
    assertThat(evidence()).contains(cause, remedy);

    Outcome outcome = request(RepairAction.PLAN_AGAIN, "");

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.words()).contains("vẫn tạm giữ", cause, remedy);
    assertThat(welfare.payout(NOV, 1)).containsEntry("state", "HELD");
    assertThat(hub.cases()).containsExactly("PAYOUT_HELD");
  }

  @Test
  void dataThatComeBetweenProposalAndApprovalStopTheApproval() {
    taken("MOVED", "2026-10-20");
    welfare.status(1, "ACTIVE", null);
    Outcome.Proposed proposed = (Outcome.Proposed) request(RepairAction.PLAN_AGAIN, "");
    welfare.status(1, "SUSPENDED", "2026-10-01");

    Outcome outcome = hub.bean(Repairs.class).approve(new Actor("hung", Role.APPROVER), proposed.proposalId());

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.words()).contains("vẫn tạm giữ", "đang tạm dừng hưởng");
    assertThat(welfare.payout(NOV, 1)).containsEntry("state", "HELD");
  }

  @Test
  void onceTheAgencyCorrectedItsDataThePayoutIsPaid() {
    taken("MOVED", "2026-10-20");
    welfare.status(1, "ACTIVE", null);

    assertThat(twoPersons(RepairAction.PLAN_AGAIN)).isInstanceOf(Outcome.Done.class);

    assertThat(hub.paymentRow(hub.payment(NOV, 1))).containsEntry("state", "PLANNED").containsEntry("attempt", 2);
    assertThat(hub.bean(RecheckPersons.class).atRelease(NOV)).isZero();
    assertThat(hub.cases()).isEmpty();
  }

  @Test
  void dataThatChangeAfterwardsOpenACaseThatSaysWhy() {
    taken("MOVED", "2026-10-20");
    welfare.status(1, "ACTIVE", null);
    twoPersons(RepairAction.PLAN_AGAIN);
    welfare.status(1, "SUSPENDED", "2026-10-01");
    hub.bean(RecheckPersons.class).atRelease(NOV);
    hub.bean(ReroutePayouts.class).reroute();

    assertThat(hub.cases()).containsExactly("PAYOUT_HELD");
    assertThat(evidence()).contains("đang tạm dừng hưởng", "sửa tình trạng của người hưởng");
  }

  @Test
  void aClosedAccountIsNoWayToPayAndCashIs() {
    nameDiffers();
    closeAccount();

    assertThat(request(RepairAction.PLAN_AGAIN, "").words()).contains("vẫn tạm giữ", "tài khoản nhận đã đóng", "kênh tiền mặt");
    assertThat(request(RepairAction.PLAN_AGAIN, "POST_CASH")).isInstanceOf(Outcome.Proposed.class);
  }

  @Test
  void whereTheAgencyKnowsAnotherAccountThePreviewSaysThatItIsPaidThere() {
    nameDiffers();
    closeAccount();
    welfare.account(1, "2700205177777", hub.today().toString());

    assertThat(twoPersons(RepairAction.PLAN_AGAIN).words()).contains("tài khoản nhận đã đóng", "tự chi vào tài khoản ấy");
    hub.bean(RecheckPersons.class).atRelease(NOV);
    hub.bean(ReroutePayouts.class).reroute();
    hub.bean(ReroutePayouts.class).reroute();

    assertThat(hub.paymentRow(hub.payment(NOV, 1))).containsEntry("state", "PLANNED").containsEntry("account_no", "2700205177777");
  }

  @ParameterizedTest
  @CsvSource({"account_no, 12345, 6 đến 19 chữ số", "account_no, 9704051234567890, số thẻ", "account_name, Иванов, chữ cái"})
  void anAccountThatNoBankFileCanCarryIsNoWayToPayAndCashIs(String column, String wrong, String why) {
    nameDiffers();
    hub.jdbc.update("update payout set " + column + " = ? where current_line_no = 1", wrong);

    assertThat(request(RepairAction.PLAN_AGAIN, "BANK").words()).contains("Không chuyển được", why).doesNotContain(wrong);
    assertThat(request(RepairAction.PLAN_AGAIN, "POST_CASH")).isInstanceOf(Outcome.Proposed.class);
  }

  @Test
  void anotherAccountWhoseNameNoBankFileCanCarryIsNotPaidTo() {
    closeAccount();
    hub.bean(RecheckPersons.class).atBatch(hub.jdbc.queryForObject("select batch_id from batch where state = 'OPEN'", Long.class));
    hub.bean(ReroutePayouts.class).reroute();
    welfare.account(1, "2700205177777", hub.today().toString());
    welfare.province.update("update welfare.payment_account set account_name = 'Иванов' where account_no = '2700205177777'");
    hub.bean(ReroutePayouts.class).reroute();
    assertThat(welfare.payout(NOV, 1)).containsEntry("state", "HELD");

    welfare.province.update("update welfare.payment_account set account_name = 'IVANOV' where account_no = '2700205177777'");
    hub.bean(ReroutePayouts.class).reroute();
    assertThat(hub.paymentRow(hub.payment(NOV, 1))).containsEntry("state", "PLANNED").containsEntry("account_no", "2700205177777");
  }

  @Test
  void aFrozenPaymentThatTheDataBlockIsAnnouncedAsCancelledBeforeItIsFreed() {
    hub.jdbc.update("update payment set frozen = true, state = 'PLANNED', batch_id = null, batch_line = null where end_to_end_id = ?",
        hub.payment(NOV, 1));
    welfare.status(1, "MOVED", "2026-10-20");

    assertThat(request(RepairAction.UNFREEZE_PAYOUT, "").words()).contains("sẽ bị huỷ", "đã chuyển đi nơi khác",
        "sửa tình trạng của người hưởng");
  }

  /** The data come before the file: the payment is cancelled and the payout held. */
  private void taken(String status, String on) {
    welfare.status(1, status, on);
    hub.bean(RecheckPersons.class).atBatch(hub.jdbc.queryForObject("select batch_id from batch where state = 'OPEN'", Long.class));
    hub.bean(ReroutePayouts.class).reroute();
  }

  /** Rejected by the bank, for a person to decide. */
  private void nameDiffers() {
    hub.jdbc.update("update payment set state = 'CANCELLED', reason_code = 'NAME_DIFFERS', batch_id = null, batch_line = null"
        + " where end_to_end_id = ?", hub.payment(NOV, 1));
    hub.bean(ReroutePayouts.class).reroute();
    assertThat(welfare.payout(NOV, 1)).containsEntry("state", "HELD");
  }

  private void closeAccount() {
    welfare.province.update("update welfare.payment_account set closed_on = ? where entitlement_id = 'QD-1'", Date.valueOf(hub.today()));
  }

  private String evidence() {
    return hub.jdbc.queryForObject("select evidence from case_record where kind = 'PAYOUT_HELD' and state = 'OPEN'", String.class);
  }

  private Outcome twoPersons(RepairAction action) {
    return hub.bean(Repairs.class).approve(new Actor("hung", Role.APPROVER),
        ((Outcome.Proposed) request(action, "")).proposalId());
  }

  private Outcome request(RepairAction action, String parameter) {
    return hub.bean(Repairs.class).request(new Actor("lan", Role.OPERATOR), action, String.valueOf(welfare.payout(NOV, 1).get("payout_id")),
        parameter, "Theo biên bản");
  }
}
