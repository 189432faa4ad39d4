package vn.chitra.hub.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.fixture.WelfareFixture;
import vn.chitra.hub.payout.PlanPayroll;
import vn.chitra.hub.payout.ReroutePayouts;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Outcome;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Repairs;
import vn.chitra.hub.repair.Role;

/** Payouts of an agency that are held for one cause are one case. */
class HeldCaseIT {

  private static final String NOV = "BTXH-04792-2026-11";

  private FlowHub hub;
  private WelfareFixture welfare;

  @BeforeEach
  void fourPeople() {
    hub = FlowHub.begin();
    welfare = hub.welfare;
    welfare.people(1, 4).payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").regular(NOV, 2, 2, "2026-11").regular(NOV, 3, 3, "2026-11")
        .regular(NOV, 4, 4, "2026-11").approve(NOV);
  }

  @Test
  void thoseWithOneCauseAreOneCaseAndAnotherCauseIsAnother() {
    twoAccounts(1, 2, 3);
    welfare.status(4, "MOVED", null);
    hub.take(NOV);

    assertThat(open()).extracting(one -> one.get("cause")).containsExactly("TWO_ACCOUNTS", "STATUS_WITHOUT_DATE");
    assertThat(open().get(0)).containsEntry("item_count", 3).containsEntry("amount_vnd", 3 * amount());
    assertThat(open().get(1)).containsEntry("item_count", 1).containsEntry("subject", "payout:" + payout(4));
    for (int line = 1; line <= 4; line++) {
      assertThat(about(line)).as("line %s", line).hasSize(1);
      assertThat((String) about(line).get(0).get("evidence")).startsWith("Bảng " + NOV + ", dòng " + line + ":");
    }
  }

  @Test
  void itClosesWithItsLastPayout() {
    twoAccounts(1, 2);
    planned();
    assertThat(open()).hasSize(1);

    decide(1);
    assertThat(open()).singleElement().satisfies(one -> assertThat(one).containsEntry("item_count", 1).containsEntry("amount_vnd", amount()));
    assertThat(about(1)).isEmpty();
    assertThat(about(2)).hasSize(1);
    decide(2);

    assertThat(open()).isEmpty();
    assertThat(hub.jdbc.queryForMap("select * from case_record")).containsEntry("state", "CLOSED").containsEntry("closed_by", "hung")
        .containsEntry("item_count", 2).containsEntry("amount_vnd", 2 * amount());
  }

  @Test
  void noPersonClosesItWhileOneOfThemWaits() {
    twoAccounts(1, 2);
    planned();
    decide(1);
    String number = String.valueOf(open().get(0).get("case_id"));

    assertThat(request(RepairAction.CLOSE_CASE, number)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void anotherDayIsAnotherCaseWithItsOwnDeadline() {
    hub.handOver(NOV);
    moved(1);
    hub.itIs(hub.today().plusDays(3));
    moved(2, 3);

    assertThat(open()).extracting(one -> one.get("item_count")).containsExactly(1, 2);
    assertThat(open().get(0).get("due_at")).isNotEqualTo(open().get(1).get("due_at"));
  }

  @Test
  void whoIsHeldLaterOnTheSameDayJoins() {
    hub.handOver(NOV);
    moved(1);
    moved(2);

    assertThat(open()).singleElement().satisfies(one -> assertThat(one).containsEntry("item_count", 2));
  }

  /** The last two payouts of a case are decided at the same time: the case closes all the same. */
  @Test
  void twoPersonsWhoDecideAtOnceLeaveNoCaseBehind() throws Exception {
    twoAccounts(1, 2, 3);
    planned();
    ExecutorService persons = Executors.newFixedThreadPool(3);
    try {
      List<Future<?>> done = List.of(persons.submit(() -> decide(1)), persons.submit(() -> decide(2)), persons.submit(() -> decide(3)));
      for (Future<?> one : done) {
        one.get(60, TimeUnit.SECONDS);
      }
    } finally {
      persons.shutdownNow();
    }

    assertThat(open()).isEmpty();
  }

  private void planned() {
    hub.take(NOV);
    hub.bean(PlanPayroll.class).plan(NOV);
  }

  private void twoAccounts(int... people) {
    for (int person : people) {
      welfare.account(person, "27002059%05d".formatted(person), "2026-01-10");
    }
  }

  /** Taken out before sending, and held by the policy for a person. */
  private void moved(int... lines) {
    for (int line : lines) {
      welfare.status(line, "MOVED", "2026-09-20");
    }
    hub.bean(RecheckPersons.class).atRelease(NOV);
    hub.bean(ReroutePayouts.class).reroute();
  }

  private void decide(int line) {
    Outcome.Proposed proposed = (Outcome.Proposed) request(RepairAction.CARRY_OVER_PAYOUT, String.valueOf(payout(line)));
    assertThat(hub.bean(Repairs.class).approve(new Actor("hung", Role.APPROVER), proposed.proposalId())).isInstanceOf(Outcome.Done.class);
  }

  private Outcome request(RepairAction action, String id) {
    return hub.bean(Repairs.class).request(new Actor("lan", Role.OPERATOR), action, id, "", "Theo biên bản");
  }

  private List<Map<String, Object>> open() {
    return hub.jdbc.queryForList("select * from case_record where state = 'OPEN' order by case_id");
  }

  private List<Map<String, Object>> about(int line) {
    return hub.jdbc.queryForList("select distinct case_id, coalesce(m.evidence, c.evidence) as evidence from case_about c"
        + " left join case_payout m using (case_id) where c.state = 'OPEN' and c.subject = ? and m.payout_id = ?", "payout:" + payout(line),
        payout(line));
  }

  private long payout(int line) {
    return (Long) welfare.payout(NOV, line).get("payout_id");
  }

  private long amount() {
    return hub.jdbc.queryForObject("select amount_vnd from payout where payroll_id = ? and line_no = 1", Long.class, NOV);
  }
}
