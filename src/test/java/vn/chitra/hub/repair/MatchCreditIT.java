package vn.chitra.hub.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.fixture.HubFixture;
import vn.chitra.hub.support.EndToEndId;

/** A credit that named no payment, matched by two persons to the payment that came back. */
class MatchCreditIT {

  /** Nothing is released by itself. */
  private static final HubFixture HUB = HubFixture.with("--hub.release.payroll-limit-vnd=1");
  private static final Instant NOW = Instant.parse("2026-11-18T02:00:00Z");
  private static final Actor OPERATOR = new Actor("huong", Role.OPERATOR);
  private static final Actor APPROVER = new Actor("dat", Role.APPROVER);
  private static final String WHY = "ngân hàng xác nhận bằng công văn";
  private static final String PAYMENT = EndToEndId.of(HubRows.PAYROLL, 1, 1);

  private final Repairs repairs = HUB.bean(Repairs.class);
  private final JdbcTemplate jdbc = HUB.bean(JdbcTemplate.class);

  private HubRows rows;

  @BeforeEach
  void aReturnedPaymentAndACreditWithoutItsName() {
    HUB.reset(NOW);
    rows = new HubRows(jdbc).payroll("RELEASED", 2);
    rows.payment(rows.payout(1, "OPEN", null, "agribank"), "RETURNED", true);
    jdbc.update("insert into funding_account (partner, looked_at) values ('agribank', '2026-11-17 12:00Z')");
  }

  @Test
  void twoPersonsMatchItAndThePaymentMayBeFollowed() {
    long caseId = caseAbout(credit("C", "RETURN", HubRows.AMOUNT));

    approve(caseId, PAYMENT);

    assertThat(jdbc.queryForObject("select credit_matched from payment where end_to_end_id = ?", Boolean.class, PAYMENT)).isTrue();
    assertThat(jdbc.queryForObject("select count(*) from payment_credit join statement_entry using (entry_id) where matched", Long.class))
        .isEqualTo(1);
    assertThat(rows.row("case_record", "case_id", caseId)).containsEntry("state", "CLOSED").containsEntry("closed_by", "dat");
    assertThat(jdbc.queryForObject("select looked_at is null from funding_account", Boolean.class)).isTrue();
    assertThat(jdbc.queryForList("select actor || ' ' || action from audit_event where subject = ? order by audit_id", String.class,
        "case:" + caseId)).endsWith("huong PROPOSE_MATCH_CREDIT", "dat MATCH_CREDIT");
  }

  @Test
  void anEntryOfNoKnownKindBecomesTheReturnThatItIs() {
    long entry = credit("C", "OTHER", HubRows.AMOUNT);
    approve(caseAbout(entry), PAYMENT);
    assertThat(rows.row("statement_entry", "entry_id", entry)).containsEntry("kind", "RETURN").containsEntry("end_to_end_id", PAYMENT);
  }

  @Test
  void oneDongOffIsNoMatch() {
    assertThat(refusal(caseAbout(credit("C", "RETURN", HubRows.AMOUNT - 1)), PAYMENT)).contains("không khớp từng đồng");
  }

  @Test
  void aDebitIsNoCredit() {
    assertThat(refusal(caseAbout(credit("D", "OTHER", HubRows.AMOUNT)), PAYMENT)).contains("không phải về một dòng ghi có");
  }

  @Test
  void aPaymentThatIsOutOrHasItsCreditTakesNone() {
    rows.payment(rows.payout(2, "OPEN", null, "agribank"), "SENT", true);
    long caseId = caseAbout(credit("C", "RETURN", HubRows.AMOUNT));
    assertThat(refusal(caseId, EndToEndId.of(HubRows.PAYROLL, 2, 1))).contains("Không có lệnh");
    approve(caseId, PAYMENT);
    assertThat(refusal(caseAbout(credit("C", "RETURN", HubRows.AMOUNT)), PAYMENT)).contains("Không có lệnh");
  }

  private void approve(long caseId, String payment) {
    Outcome proposed = repairs.request(OPERATOR, RepairAction.MATCH_CREDIT, Long.toString(caseId), payment, WHY);
    assertThat(proposed).isInstanceOf(Outcome.Proposed.class);
    assertThat(repairs.approve(APPROVER, ((Outcome.Proposed) proposed).proposalId())).isInstanceOf(Outcome.Done.class);
  }

  private String refusal(long caseId, String payment) {
    Outcome outcome = repairs.request(OPERATOR, RepairAction.MATCH_CREDIT, Long.toString(caseId), payment, WHY);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return outcome.words();
  }

  /** @return its id */
  private long credit(String side, String kind, long dong) {
    long number = jdbc.queryForObject("select count(*) + 1 from statement", Long.class);
    long file = jdbc.queryForObject("insert into file (direction, partner, name, sha256, size_bytes, content_key, state, received_at)"
        + " values ('IN', 'agribank', ?, repeat('c', 64), 1, ?, 'DONE', '2026-11-17 11:00Z') returning file_id", Long.class,
        "SK_" + number, "sk" + number);
    long statement = jdbc.queryForObject("insert into statement (partner, account, day, opening_vnd, closing_vnd, file_id, state, taken_at,"
        + " chained_at) values ('agribank', '1', '2026-11-01'::date + ?::int, 0, 0, ?, 'CHAINED', now(), now()) returning statement_id",
        Long.class, number, file);
    return jdbc.queryForObject("insert into statement_entry (statement_id, line_no, no, side, amount_vnd, reference, kind)"
        + " values (?, 2, 1, ?, ?, 'R', ?) returning entry_id", Long.class, statement, side, dong, kind);
  }

  private long caseAbout(long entry) {
    return jdbc.queryForObject("insert into case_record (kind, subject, file_id, line_no, evidence, state, opened_at)"
        + " select 'RETURN_UNMATCHED', 'file:' || s.file_id, s.file_id, e.line_no, 'Một dòng ghi có.', 'OPEN', now()"
        + " from statement_entry e join statement s using (statement_id) where entry_id = ? returning case_id", Long.class, entry);
  }
}
