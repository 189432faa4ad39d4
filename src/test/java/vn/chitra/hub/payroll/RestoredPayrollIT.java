package vn.chitra.hub.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.archive.SentJournal;
import vn.chitra.hub.batch.Manifest;
import vn.chitra.hub.batch.SendGate;
import vn.chitra.hub.fixture.HubFixture;
import vn.chitra.hub.fixture.WelfareFixture;
import vn.chitra.hub.payout.ReroutePayouts;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Outcome;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Repairs;
import vn.chitra.hub.repair.Role;
import vn.chitra.hub.support.Zone;

/** Between a restore and its release, payments without a number may be out in a forgotten file: none of them ends. */
class RestoredPayrollIT {

  private static final String NOV = "BTXH-04792-2026-11";
  private static final String NOV_2 = "BTXH-04792-2026-11-B";
  private static final String HASH = "ab".repeat(32);

  private FlowHub hub;
  private WelfareFixture welfare;

  @BeforeEach
  void twoPeopleAndOnePayroll() {
    hub = FlowHub.begin();
    welfare = hub.welfare;
    welfare.people(1, 2).payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").regular(NOV, 2, 2, "2026-11").approve(NOV);
    hub.handOver(NOV);
  }

  @AfterEach
  void leaveItOpen() {
    HubFixture.get().reset(HubFixture.get().clock().instant());
  }

  @Test
  void aWithdrawalWaitsAndFindsTheForgottenFile() throws IOException {
    isRestored();
    welfare.withdraw(NOV);
    welfare.payroll(NOV_2, "2026-11").regular(NOV_2, 1, 1, "2026-11").approve(NOV_2);

    assertThat(hub.bean(Withdrawals.class).notYetHeard(10)).isEmpty();
    hub.bean(WithdrawPayroll.class).withdraw(NOV);
    assertThat(hub.bean(TakePayroll.class).take(NOV_2)).isEqualTo(TakePayroll.Outcome.WITHDRAWAL_PENDING);
    assertThat(states()).containsExactly("PLANNED", "PLANNED");

    hub.bean(SendGate.class).release();
    assertThat(hub.bean(Withdrawals.class).notYetHeard(10)).containsExactly(NOV);
    hub.bean(WithdrawPayroll.class).withdraw(NOV);

    assertThat(states()).containsExactly("SENT", "SENT");
    hub.take(NOV_2);
    assertThat(welfare.refusals(NOV_2)).as("the first payroll keeps its keys").hasSize(1);
  }

  @Test
  void aChangedPersonIsCheckedAfterTheReleaseOnly() throws IOException {
    hub.gather();
    isRestored();
    welfare.province.update("update welfare.payment_account set closed_on = ? where entitlement_id = 'QD-1'", Date.valueOf(hub.today()));
    welfare.account(1, "2700205177777", hub.today().toString());

    assertThat(hub.bean(RecheckPersons.class).atRelease(NOV)).isZero();
    assertThat(hub.bean(RecheckPersons.class).atBatch(hub.jdbc.queryForObject("select batch_id from batch", Long.class))).isZero();
    hub.bean(ReroutePayouts.class).reroute();
    hub.bean(SendGate.class).release();
    hub.bean(ReroutePayouts.class).reroute();

    assertThat(states()).containsExactly("SENT", "SENT");
  }

  @Test
  void anUnpaidPayoutStartsNoOtherPayment() {
    hub.send();
    hub.bankSays(hub.payment(NOV, 1), "03");
    welfare.account(1, "2700205177777", hub.today().toString());
    hub.jdbc.update("update send_gate set open = false, stopped_at = now(), why = 'khôi phục'");
    var groups = hub.bean(ReroutePayouts.class);

    assertThat(groups.groups()).isEmpty();
    assertThat(groups.due()).isZero();
    assertThat(groups.reroute()).isZero();
    assertThat(states()).containsExactly("REJECTED", "SENT");
    hub.jdbc.update("update send_gate set open = true, stopped_at = null, why = null");
    assertThat(groups.due()).isOne();
    assertThat(groups.reroute()).isOne();
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCEL_PAYMENT", "PLAN_AGAIN", "CARRY_OVER_PAYOUT", "HAND_BACK_PAYOUT", "STOP_PAYOUT", "RECORD_UNPAID"})
  void noPersonsEndAPaymentOrStartAnother(RepairAction action) {
    Outcome.Proposed before = (Outcome.Proposed) request(RepairAction.CANCEL_PAYMENT);
    hub.jdbc.update("update send_gate set open = false, stopped_at = now(), why = 'khôi phục'");

    assertThat(request(action)).isInstanceOfSatisfying(Outcome.Refused.class,
        refused -> assertThat(refused.words()).contains("RELEASE_RESTORED"));
    assertThat(hub.bean(Repairs.class).approve(new Actor("hung", Role.APPROVER), before.proposalId())).isInstanceOf(Outcome.Refused.class);
    assertThat(states()).containsExactly("PLANNED", "PLANNED");
  }

  /** A payment travels twice under one id only when its first file was refused. */
  @Test
  void theRestOfAFileWhosePaymentsWentIntoAForgottenOneWaitsForAPerson() throws IOException {
    hub.send();
    lost(2, hub.payment(NOV, 1));
    hub.bean(SendGate.class).release();

    assertThat(hub.jdbc.queryForList("select seq || ' ' || state from batch order by seq", String.class))
        .containsExactly("1 REFUSED", "2 IN_DOUBT");
    assertThat(states()).containsExactly("SENT", "PLANNED");
    assertThat(hub.jdbc.queryForList("select item_count || ' ' || amount_vnd from case_record where kind = 'BATCH_REFUSED'", String.class))
        .containsExactly("1 500000");
    assertThat(hub.jdbc.queryForObject("select count(*) from refused_payment", Integer.class)).as("a late reply freezes both").isEqualTo(2);

    String batch = hub.jdbc.queryForObject("select batch_id::text from batch where seq = 1", String.class);
    Outcome.Proposed release = (Outcome.Proposed) hub.bean(Repairs.class).request(new Actor("lan", Role.OPERATOR),
        RepairAction.RELEASE_REFUSED_BATCH, batch, "", "Theo biên bản");
    assertThat(hub.bean(Repairs.class).approve(new Actor("hung", Role.APPROVER), release.proposalId())).isInstanceOf(Outcome.Done.class);
    hub.send();
    assertThat(hub.jdbc.queryForObject("select seq from batch join payment using (batch_id) where end_to_end_id = ?", Integer.class,
        hub.payment(NOV, 2))).isEqualTo(3);
  }

  private Outcome request(RepairAction action) {
    String payout = hub.jdbc.queryForObject("select payout_id::text from payout where payroll_id = ? and line_no = 1", String.class, NOV);
    return hub.bean(Repairs.class).request(new Actor("lan", Role.OPERATOR), action, payout, "", "Theo biên bản");
  }

  /** The journal has a file with both payments, which the database lost; the payroll was taken anew after it. */
  private void isRestored() throws IOException {
    lost(1, hub.payment(NOV, 1), hub.payment(NOV, 2));
  }

  private void lost(int seq, String... payments) throws IOException {
    SentJournal.Series series = new SentJournal.Series("agribank", "PAYMENT", "");
    LocalDate today = hub.today();
    Manifest lost = new Manifest(series, seq, HASH, 200, "CT_PTCTXH_20261026_%06d.csv".formatted(seq), "BTXH",
        today.withDayOfMonth(1), today, today.plusDays(3), payments.length, payments.length * 500_000L,
        today.minusDays(1).atTime(10, 0).atZone(Zone.VIETNAM).toInstant(),
        IntStream.range(0, payments.length).mapToObj(line -> new Manifest.Payment(line + 1, payments[line])).toList());
    String manifest = hub.bean(Archive.class).store(new ByteArrayInputStream(lost.bytes())).sha256();
    hub.bean(SentJournal.class).append(new SentJournal.Entry(1, series, seq, HASH, manifest));
    hub.bean(SendGate.class).afterSingletonsInstantiated();
    assertThat(hub.bean(SendGate.class).isStopped()).isTrue();
  }

  private List<String> states() {
    return hub.jdbc.queryForList("select state from payment order by payment_id", String.class);
  }
}
