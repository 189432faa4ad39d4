package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.fixture.HubFixture;
import vn.chitra.hub.reconciliation.Settlement;
import vn.chitra.hub.reconciliation.SettlementRow;

/** The hub's state after a file, and whether its tables agree with each other. */
final class Books {

  private static final String TWO_ALIVE = """
      select payout_id from payment where state in ('PLANNED', 'BATCHED', 'SENT', 'ACCEPTED', 'PAID') group by 1 having count(*) > 1""";

  private static final String PAID_BUT_NOT_SO = """
      select l.end_to_end_id || ' ' || l.state from payment_status f join payment l using (payment_id)
      where f.reported = 'PAID' and not f.provisional and f.amount_vnd = l.amount_vnd
        and l.state not in ('PAID', 'PAID_IN_ERROR', 'RETURNED')""";

  private static final String PAYOUT_AND_PAYMENT = """
      select p.payout_id || ' ' || p.state from payout p
      where (p.state = 'PAID') <> exists (select from payment l where l.payout_id = p.payout_id and l.state = 'PAID')""";

  private static final String RESULT_AND_PAYOUT = """
      select p.payout_id || ' ' || p.state || ' ' || coalesce(r.outcome, 'none') from payout p
      left join payout_result r on r.payroll_id = p.current_payroll_id and r.line_no = p.current_line_no
      where case when p.state in ('PAID', 'CARRIED_OVER') then p.state is distinct from r.outcome
        when p.state in ('OPEN', 'HELD') then r.outcome <> 'REOPENED' else r.outcome = 'PAID' end
        or r.outcome = 'PAID' and (r.amount_vnd <> p.amount_vnd or r.partner <> p.partner or r.end_to_end_id <> (
          select l.end_to_end_id from payment l where l.payout_id = p.payout_id and l.state = 'PAID'))""";

  private static final String NEED_AND_PAYOUTS = """
      select f.payroll_id || ' ' || f.partner || ' ' || f.total_vnd from funding_need f
      left join lateral (select count(*) as items, coalesce(sum(amount_vnd), 0) as dong from payout p
        where p.current_payroll_id = f.payroll_id and coalesce(p.partner, 'none') = f.partner
          and p.state in ('OPEN', 'HELD', 'PAID')) n on true
      where (f.item_count, f.total_vnd) <> (n.items, n.dong)""";

  private static final String PAID_DAY_NOT_FOUND = """
      select l.end_to_end_id || ' ' || l.paid_on from payment l
      where l.paid_out and not exists (select from paid_batch d where d.batch_id = l.batch_id and d.paid_on >= l.paid_on)
        and not exists (select from payment_paid_outside o where (o.payment_id, o.partner) = (l.payment_id, l.partner)
          and o.paid_on >= l.paid_on)""";

  private static final String WRONG = "select * from (" + String.join(" union all ",
      rule("payouts with two payments alive or paid", TWO_ALIVE), rule("payments said to be paid", PAID_BUT_NOT_SO),
      rule("payouts and their payments", PAYOUT_AND_PAYMENT), rule("results and payouts", RESULT_AND_PAYOUT),
      rule("funding need and payouts", NEED_AND_PAYOUTS), rule("days of payment that no look finds", PAID_DAY_NOT_FOUND)) + ") wrong";

  private static final String EVERYTHING = """
      select 'payment ' || end_to_end_id || ' ' || concat_ws(' ', state, provisional, frozen, batch_id, paid_on, reason_code) from payment
      union all select 'payout ' || payout_id || ' ' || concat_ws(' ', state, period, partner, hold_reason) from payout
      union all select 'result ' || payroll_id || '/' || line_no || ' ' || concat_ws(' ', outcome, partner, revision) from payout_result
      union all select 'booking ' || concat_ws(' ', period, partner, column_name, payout_id, sum(amount_vnd), count(*)) from booking
        group by period, partner, column_name, payout_id
      union all select 'payment_status ' || concat_ws(' ', payment_id, reported, provisional, amount_vnd, list_version, effect, count(*))
        from payment_status
        group by payment_id, reported, provisional, amount_vnd, list_version, effect
      union all select 'case ' || concat_ws(' ', kind, subject, state, count(*)) from case_record group by kind, subject, state
      union all select 'batch ' || concat_ws(' ', batch_id, state, list_version, list_closed, answered) from batch
      union all select 'need ' || concat_ws(' ', payroll_id, partner, item_count, total_vnd, revision) from funding_need
      order by 1""";

  private final JdbcTemplate jdbc;
  private final Settlement settlement;

  Books(HubFixture hub) {
    jdbc = hub.bean(JdbcTemplate.class);
    settlement = hub.bean(Settlement.class);
  }

  /** Everything that must hold after any file. */
  void agree() {
    balance();
    agreeBesideTheSettlement();
  }

  /** The same where a payroll was taken and stands in no settlement yet. */
  void agreeBesideTheSettlement() {
    assertThat(texts(WRONG)).isEmpty();
  }

  /** Each row of each period's settlement differs by nothing. */
  void balance() {
    assertThat(settlement.periods().stream().flatMap(period -> settlement.of(period).stream()).filter(row -> !row.difference().isZero()))
        .as("settlement rows that do not balance").isEmpty();
    assertThat(settlement.periods().stream().map(settlement::of)).allSatisfy(rows -> assertThat(moved(rows)).isZero());
  }

  private static long moved(List<SettlementRow> rows) {
    return rows.stream().mapToLong(row -> row.movedIn().dong() - row.movedOut().dong()).sum();
  }

  private static String rule(String name, String query) {
    return "select '" + name + ": ' || w.one from (" + query + ") w (one)";
  }

  List<String> everything() {
    return texts(EVERYTHING);
  }

  String payment(String id) {
    return text("select current_state from current_payment where end_to_end_id = ?", id);
  }

  Map<String, Object> paymentRow(String id) {
    return jdbc.queryForMap("select * from payment where end_to_end_id = ?", id);
  }

  Map<String, Object> payoutRow(String payment) {
    return jdbc.queryForMap("select * from payout where payout_id = ?", payoutOf(payment));
  }

  String entitlement(String payment) {
    return text("select entitlement_id from payout where payout_id = ?", payoutOf(payment));
  }

  /** States of the payout's payments, in order. */
  List<String> paymentsOf(String payment) {
    return texts("select state from payment where payout_id = " + payoutOf(payment) + " order by attempt");
  }

  /** Partner, count and dong of a payroll's funding need. */
  List<String> needs(String payroll) {
    return texts("select partner || ' ' || item_count || ' ' || total_vnd from funding_need where payroll_id = '" + payroll
        + "' order by partner");
  }

  long payoutOf(String payment) {
    return number("select payout_id from payment where end_to_end_id = ?", payment);
  }

  long amount(String payment) {
    return number("select amount_vnd from payment where end_to_end_id = ?", payment);
  }

  String payout(String payment) {
    return text("select state from payout where payout_id = ?", payoutOf(payment));
  }

  /** Outcome and revision for each line of a payroll that the payout ever stood in. */
  List<String> results(String payment) {
    return texts("select outcome || ' ' || revision from payout_result where payout_id = " + payoutOf(payment) + " order by payroll_id");
  }

  /** Words and effects, in the order in which they were heard. */
  List<String> statuses(String payment) {
    return texts("select reported || ' ' || effect from payment_status join payment using (payment_id) where end_to_end_id = '" + payment
        + "' order by payment_status_id");
  }

  /** Kinds of the open cases, sorted. */
  List<String> cases() {
    return texts("select kind from case_record where state = 'OPEN' order by kind");
  }

  /** Period, partner, column and sign of every booking of the payout, in order. */
  List<String> bookings(String payment) {
    return texts("select to_char(period, 'MM') || ' ' || partner || ' ' || column_name || case item_count when 1 then ' +' else ' -' end"
        + " from payout_booking where payout_id = " + payoutOf(payment) + " order by booking_id");
  }

  BatchRow batchOf(String payment) {
    return batch(number("select batch_id from payment where end_to_end_id = ?", payment));
  }

  BatchRow batch(long id) {
    return Objects.requireNonNull(jdbc.queryForObject("select * from batch where batch_id = ?", (r, n) -> new BatchRow(
        r.getLong("batch_id"), r.getString("state"), r.getInt("seq"), r.getString("file_name"), r.getString("file_sha256"),
            r.getString("folder"),
        r.getBoolean("list_closed"), r.getBoolean("answered")), id));
  }

  private long number(String sql, Object value) {
    return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, value));
  }

  private String text(String sql, Object value) {
    return Objects.requireNonNull(jdbc.queryForObject(sql, String.class, value));
  }

  private List<String> texts(String sql) {
    return jdbc.queryForList(sql, String.class);
  }

  record BatchRow(long id, String state, int seq, String fileName, String sha256, String folder, boolean listClosed, boolean answered) {}
}
