package vn.chitra.hub.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.chitra.hub.repair.HubRows.AMOUNT;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.audit.AuditTrail;
import vn.chitra.hub.fixture.HubFixture;
import vn.chitra.hub.repair.Repairs.Seen;

/** One request about several payouts, cases or files: frozen when it is proposed, done all or none. */
class SeveralSubjectsIT {

  /** Nothing is released by itself. */
  private static final HubFixture HUB = HubFixture.with("--hub.release.payroll-limit-vnd=1");
  private static final Instant NOW = Instant.parse("2026-11-18T02:00:00Z");
  private static final Actor VIEWER = new Actor("an", Role.VIEWER);
  private static final Actor OPERATOR = new Actor("huong", Role.OPERATOR);
  private static final Actor APPROVER = new Actor("dat", Role.APPROVER);
  private static final String WHY = "theo công văn của xã";
  private static final RepairAction CARRY_OVER = RepairAction.CARRY_OVER_PAYOUT;

  private final Repairs repairs = HUB.bean(Repairs.class);
  private final AuditTrail audit = HUB.bean(AuditTrail.class);
  private final JdbcTemplate jdbc = HUB.bean(JdbcTemplate.class);

  private HubRows rows;
  /** The audit trail is never emptied. */
  private long eventsBefore;

  @BeforeEach
  void nothingHappenedYet() {
    HUB.reset(NOW);
    rows = new HubRows(jdbc);
    eventsBefore = jdbc.queryForObject("select coalesce(max(audit_id), 0) from audit_event", Long.class);
  }

  @Test
  void aProposalFreezesItsSubjectsWithNumberAndSumAndIsDoneAsOne() {
    List<String> payouts = held(20);
    payouts.forEach(id -> rows.openCase("PAYOUT_HELD", "payout:" + id));

    long proposal = propose(CARRY_OVER, payouts);

    assertThat(repairs.waiting()).singleElement().satisfies(waiting -> {
      assertThat(waiting.subject()).isEqualTo("proposal:" + proposal);
      assertThat(waiting.items()).isEqualTo(20);
      assertThat(waiting.dong()).isEqualTo(20 * AMOUNT);
      assertThat(repairs.preview(waiting).items()).extracting(Selection.Item::id).containsExactlyInAnyOrderElementsOf(payouts);
    });
    assertThat(states()).containsOnly("HELD");

    assertThat(repairs.approve(APPROVER, proposal).words()).startsWith("Đã duyệt và làm").contains("20 khoản", 20 * AMOUNT + " đồng");

    assertThat(states()).hasSize(20).containsOnly("CARRIED_OVER");
    assertThat(jdbc.queryForObject("select count(*) from booking where column_name = 'CARRIED_OUT'", Long.class)).isEqualTo(20);
    assertThat(jdbc.queryForList("select distinct state || ' ' || closed_by from case_record", String.class)).containsExactly("CLOSED dat");
    assertThat(events("proposal:" + proposal)).containsExactly("huong PROPOSE_CARRY_OVER_PAYOUT", "dat CARRY_OVER_PAYOUT");
    assertThat(jdbc.queryForObject("select detail from audit_event order by audit_id desc limit 1", String.class))
        .contains("đề nghị " + proposal + " của huong", "20 khoản", 20 * AMOUNT + " đồng", ": " + payouts.get(0) + ", ");
    assertThat(audit.verify().holds()).isTrue();
  }

  @Test
  void oneSubjectThatForbidsItStopsTheApprovalOfAll() {
    List<String> payouts = held(3);
    long proposal = propose(CARRY_OVER, payouts);
    assertThat(approved(propose(RepairAction.STOP_PAYOUT, payouts.subList(1, 2)))).isTrue();

    Outcome outcome = repairs.approve(APPROVER, proposal);

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.words()).contains("1 trong 3", "số " + payouts.get(1), "STOPPED");
    assertThat(states()).containsExactlyInAnyOrder("HELD", "STOPPED", "HELD");
    assertThat(repairs.reject(APPROVER, proposal, WHY)).isInstanceOf(Outcome.Done.class);
    assertThat(events("proposal:" + proposal)).containsExactly("huong PROPOSE_CARRY_OVER_PAYOUT", "dat REJECT_CARRY_OVER_PAYOUT");
  }

  @Test
  void anotherSumOfOneSubjectStopsTheApprovalAlsoWhenTheTotalIsTheSame() {
    List<String> payouts = held(2);
    long proposal = propose(CARRY_OVER, payouts);
    jdbc.update("update repair_proposal_item set amount_vnd = amount_vnd + case position when 1 then 1 else -1 end");

    assertThat(repairs.approve(APPROVER, proposal).words()).contains("đã khác lúc đề nghị");
    assertThat(states()).containsOnly("HELD");
  }

  @Test
  void oneSubjectThatForbidsItStopsTheProposal() {
    List<String> payouts = new ArrayList<>(held(2));
    payouts.add(String.valueOf(rows.payout(3, "PAID", null, "agribank")));

    assertThat(request(CARRY_OVER, payouts, new Seen(3, 3 * AMOUNT)).words()).contains("1 trong 3", "số " + payouts.get(2));
    assertThat(repairs.waiting()).isEmpty();
  }

  @Test
  void whatIsNoLongerAsThePersonSawItIsNotProposed() {
    List<String> payouts = held(2);

    assertThat(request(CARRY_OVER, payouts, new Seen(2, AMOUNT)).words()).contains("đã khác lúc xem");
    assertThat(request(CARRY_OVER, payouts, new Seen(1, 2 * AMOUNT)).words()).contains("đã khác lúc xem");
    assertThat(repairs.waiting()).isEmpty();
  }

  @Test
  void aSubjectWaitsForOneApprovalOfTheSameActionOnly() {
    List<String> payouts = held(3);
    propose(CARRY_OVER, payouts.subList(0, 2));

    assertThat(request(CARRY_OVER, payouts.subList(1, 3), new Seen(2, 2 * AMOUNT)).words()).contains("đã có và đang chờ duyệt");
    assertThat(repairs.request(OPERATOR, CARRY_OVER, payouts.get(0), "", WHY).words()).contains("đã có và đang chờ duyệt");
    assertThat(repairs.request(OPERATOR, CARRY_OVER, payouts.get(2), "", WHY)).isInstanceOf(Outcome.Proposed.class);
    assertThat(request(CARRY_OVER, payouts.subList(2, 3), new Seen(1, AMOUNT)).words()).contains("đã có và đang chờ duyệt");
  }

  @Test
  void twoSpellingsOfANumberAreOneSubject() {
    String payout = held(1).get(0);

    Selection seen = repairs.preview(CARRY_OVER, List.of(payout, "00" + payout, payout), "");

    assertThat(seen.items()).extracting(Selection.Item::id).containsExactly(payout);
    repairs.request(OPERATOR, CARRY_OVER, "0" + payout, "", WHY);
    assertThat(repairs.waiting()).extracting(Proposal::subject).containsExactly("payout:" + payout);
  }

  @Test
  void anActionOfOnePersonIsDoneAtOnceForAllWithOneEvent() {
    List<String> cases = IntStream.rangeClosed(1, 5).mapToObj(n -> String.valueOf(rows.openCase("CODE_UNKNOWN", "partner:p" + n))).toList();

    assertThat(request(RepairAction.CLOSE_CASE, cases, new Seen(5, 0))).isInstanceOf(Outcome.Done.class);

    assertThat(jdbc.queryForList("select distinct state || ' ' || resolution from case_record", String.class))
        .containsExactly("CLOSED " + WHY);
    assertThat(jdbc.queryForList("select action || ' ' || detail from audit_event where subject = 'cases:5'", String.class))
        .singleElement().satisfies(event -> assertThat(event).startsWith("CLOSE_CASE 5 đối tượng").contains(cases.get(4)));
  }

  @Test
  void aPreviewChangesNothingAndSaysWhyNot() {
    List<String> payouts = held(1);

    assertThat(repairs.preview(CARRY_OVER, payouts, "").isPossible()).isTrue();
    assertThat(repairs.preview(RepairAction.UNFREEZE_PAYOUT, payouts, "").refused()).hasSize(1);
    assertThat(states()).containsExactly("HELD");
    assertThat(repairs.waiting()).isEmpty();
  }

  @Test
  void aPreviewDoesNotWaitLongForALock() throws Exception {
    List<String> payouts = held(1);
    try (Connection other = jdbc.getDataSource().getConnection(); Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select 1 from payout where payout_id = " + payouts.get(0) + " for update");

      assertThatThrownBy(() -> repairs.preview(CARRY_OVER, payouts, "")).isInstanceOf(ConcurrencyFailureException.class);

      other.rollback();
    }
    assertThat(repairs.preview(CARRY_OVER, payouts, "").isPossible()).isTrue();
  }

  @Test
  void severalAreForOperatorsAndForActionsThatTakeThemOnly() {
    List<String> payouts = held(2);
    Seen seen = new Seen(2, 2 * AMOUNT);

    assertThat(repairs.requestSeen(VIEWER, CARRY_OVER, payouts, "", WHY, seen)).isInstanceOf(Outcome.Refused.class);
    assertThat(repairs.requestSeen(OPERATOR, CARRY_OVER, payouts, "", "  ", seen)).isInstanceOf(Outcome.Refused.class);
    assertThat(request(RepairAction.MATCH_CREDIT, payouts, seen)).isInstanceOf(Outcome.Refused.class);
    assertThat(request(CARRY_OVER, List.of(), new Seen(0, 0))).isInstanceOf(Outcome.Refused.class);
    assertThat(request(CARRY_OVER, Collections.nCopies(Repairs.MOST + 1, payouts.get(0)), seen)).isInstanceOf(Outcome.Refused.class);
    assertThat(repairs.waiting()).isEmpty();
  }

  @Test
  void nobodyApprovesHisOwnProposalAboutSeveral() {
    Outcome proposed = repairs.requestSeen(APPROVER, CARRY_OVER, held(2), "", WHY, new Seen(2, 2 * AMOUNT));

    assertThat(repairs.approve(APPROVER, ((Outcome.Proposed) proposed).proposalId()).words()).contains("không được tự duyệt");
    assertThat(states()).containsOnly("HELD");
  }

  private List<String> held(int payouts) {
    rows.payroll("RELEASED", payouts);
    return IntStream.rangeClosed(1, payouts).mapToObj(line -> String.valueOf(rows.payout(line, "HELD", "TWO_ACCOUNTS", null))).toList();
  }

  private Outcome request(RepairAction action, List<String> ids, Seen seen) {
    return repairs.requestSeen(OPERATOR, action, ids, "", WHY, seen);
  }

  private long propose(RepairAction action, List<String> ids) {
    Outcome outcome = request(action, ids, new Seen(ids.size(), ids.size() * AMOUNT));
    assertThat(outcome).as(outcome.words()).isInstanceOf(Outcome.Proposed.class);
    return ((Outcome.Proposed) outcome).proposalId();
  }

  private boolean approved(long proposal) {
    return repairs.approve(APPROVER, proposal) instanceof Outcome.Done;
  }

  private List<String> states() {
    return jdbc.queryForList("select state from payout order by payout_id", String.class);
  }

  /** The agency's database may be slow: no timer waits for the payouts meanwhile. */
  @ParameterizedTest
  @EnumSource(names = {"PLAN_AGAIN", "UNFREEZE_PAYOUT"})
  void theAgencysDataAreReadBeforeAnyOfThemIsLocked(RepairAction action) {
    List<String> payouts = held(3);
    List<Integer> free = new ArrayList<>();
    HUB.whenRechecking(() -> free.add(unlocked()));

    repairs.preview(action, payouts, "");

    assertThat(free).containsExactly(3, 3, 3);
  }

  /** Payouts that another transaction could lock now. */
  private static int unlocked() {
    try (Connection other = HUB.connect(); Statement statement = other.createStatement();
        ResultSet rows = statement.executeQuery("select payout_id from payout for update skip locked")) {
      int count = 0;
      while (rows.next()) {
        count++;
      }
      other.rollback();
      return count;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> events(String subject) {
    return jdbc.queryForList("select actor || ' ' || action from audit_event where subject = ? and audit_id > ? order by audit_id",
        String.class, subject, eventsBefore);
  }
}
