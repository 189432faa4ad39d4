package vn.chitra.hub.repair;

import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.support.EndToEndId;

/** Rows of the hub's database as a normal month makes them: one payroll of November with its payouts and bookings. */
public final class HubRows {

  public static final String PAYROLL = "BTXH-04792-2026-11";
  public static final long AMOUNT = 500_000;

  private final JdbcTemplate jdbc;

  public HubRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The same payroll at the province, so that the hub may report about it; a draft, so that it is not taken again. */
  public static void atTheProvince(JdbcTemplate province, int lines) {
    province.update("insert into welfare.payroll (payroll_id, programme, agency_code, commune_code, period_from, period_to, account_cutoff,"
        + " pay_from, pay_until, item_count, total_vnd, status) values (?, 'BTXH', 'XA04792', '04792', '2026-11', '2026-11', '2026-10-15',"
        + " '2026-11-05', '2026-11-30', ?, ?, 'DRAFT')", PAYROLL, lines, lines * AMOUNT);
    for (int line = 1; line <= lines; line++) {
      province.update("insert into welfare.beneficiary (beneficiary_id, full_name, commune_code) values (?, 'Đỗ Thị Hường', '04792')",
          "NH-" + line);
      province.update("insert into welfare.entitlement (entitlement_id, beneficiary_id, programme, benefit_code, payee_name,"
          + " payee_relation, valid_from) values (?, ?, 'BTXH', 'X1', 'Nguyễn Thị Đức Huyền', 'CARER', '2020-01-01')", "QD-2026-" + line,
          "NH-" + line);
      province.update("insert into welfare.payroll_item (payroll_id, line_no, entitlement_id, kind, for_from, for_to, amount_vnd)"
          + " values (?, ?, ?, 'REGULAR', '2026-11', '2026-11', ?)", PAYROLL, line, "QD-2026-" + line, AMOUNT);
    }
  }

  public HubRows payroll(String state, int lines) {
    jdbc.update("""
        insert into payroll (payroll_id, programme, agency_code, commune_code, period_from, period, account_cutoff, pay_from, pay_until,
          item_count, total_vnd, state, taken_at, accepted_count, accepted_vnd, receipt_status)
        values (?, 'BTXH', 'XA04792', '04792', '2026-11-01', '2026-11-01', '2026-10-15', '2026-11-05', '2026-11-30', ?, ?, ?,
          '2026-10-24 02:00Z', ?, ?, 'TAKEN')""", PAYROLL, lines, lines * AMOUNT, state, lines, lines * AMOUNT);
    return this;
  }

  /** One payout of Đỗ Thị Hường, booked as handed over at the partner or at none. @return its id */
  public long payout(int line, String state, String holdReason, String partner) {
    long id = jdbc.queryForObject("""
        insert into payout (payroll_id, line_no, current_payroll_id, current_line_no, programme, commune_code, period, entitlement_id,
          beneficiary_id, kind, for_from, for_to, amount_vnd, state, hold_reason, channel, partner, explanation, beneficiary_name,
          beneficiary_no, circumstance, no_transfer, cash_place, payee_name, payee_relation, bank_bin, account_no, account_name, pay_from,
          pay_until, updated_at)
        values (?, ?, ?, ?, 'BTXH', '04792', '2026-11-01', ?, ?, 'REGULAR', '2026-11-01', '2026-11-01', ?, ?, ?, 'BANK', ?,
          'có tài khoản đến 15/10; không thuộc diện đặc biệt; BTXH → chuyển khoản', 'Đỗ Thị Hường', '025145678901', 'NONE', false,
          'COUNTER', 'Nguyễn Thị Đức Huyền', 'CARER', '970405', '2700205198765', 'NGUYEN THI DUC HUYEN', '2026-11-05', '2026-11-30',
          '2026-11-18 02:00Z') returning payout_id""", Long.class, PAYROLL, line, PAYROLL, line, "QD-2026-" + line, "NH-" + line, AMOUNT,
        state, holdReason, partner);
    String at = partner == null ? "none" : partner;
    jdbc.update("insert into booking (period, partner, programme, column_name, payout_id, item_count, amount_vnd, booked_on)"
        + " values ('2026-11-01', ?, 'BTXH', 'HANDED_OVER', ?, 1, ?, '2026-10-24')", at, id, AMOUNT);
    jdbc.update("""
        insert into funding_need as f (payroll_id, partner, item_count, total_vnd, revision, updated_at) values (?, ?, 1, ?, 1, now())
        on conflict (payroll_id, partner) do update set item_count = f.item_count + 1, total_vnd = f.total_vnd + excluded.total_vnd""",
        PAYROLL, at, AMOUNT);
    return id;
  }

  /** The payout's next payment. @return its id */
  public long payment(long payout, String state, boolean released) {
    int attempt = jdbc.queryForObject("update payout p set attempt = 1 + (select coalesce(max(l.attempt), 0) from payment l"
        + " where l.payout_id = p.payout_id) where payout_id = ? returning attempt", Integer.class, payout);
    int line = jdbc.queryForObject("select line_no from payout where payout_id = ?", Integer.class, payout);
    boolean inBatch = state.equals("SENT") || state.equals("ACCEPTED") || state.equals("BATCHED");
    Long batch = !inBatch ? null : Long.valueOf(state.equals("BATCHED") ? openBatch() : batch("SENT", line));
    String written = state.equals("BATCHED") ? "SENT" : state;
    return jdbc.queryForObject("""
        insert into payment (payout_id, attempt, end_to_end_id, channel, partner, amount_vnd, bank_bin, account_no, account_name, state,
          released_at, batch_id, batch_line, paid_on, updated_at)
        values (?, ?, ?, 'BANK', 'agribank', ?, '970405', '2700205198765', 'NGUYEN THI DUC HUYEN', ?,
          case when ? then '2026-10-25 02:00Z'::timestamptz end, ?, ?, case when ? in ('PAID', 'PAID_IN_ERROR') then '2026-11-05'::date end,
          '2026-11-18 02:00Z') returning payment_id""", Long.class, payout, attempt, EndToEndId.of(PAYROLL, line, attempt), AMOUNT, written,
        released, batch, inBatch ? line : null, written);
  }

  private long openBatch() {
    return jdbc.queryForObject("""
        insert into batch (partner, kind, state, payment_count, total_vnd, value_date, opened_at)
        values ('agribank', 'PAYMENT', 'OPEN', 1, ?, '2026-11-05', '2026-11-04 02:00Z') returning batch_id""", Long.class, AMOUNT);
  }

  /** @return its id */
  public long batch(String state, int seq) {
    return jdbc.queryForObject("""
        insert into batch (proof, partner, kind, state, seq, file_name, file_sha256, file_size, payment_count, total_vnd, value_date,
          opened_at)
        values ('ACK', 'agribank', 'PAYMENT', ?, ?, ?, repeat('a', 64), 100, 1, ?, '2026-11-05', '2026-11-04 02:00Z') returning batch_id""",
        Long.class, state, seq, "CT_PTCTXH_20261105_%06d.csv".formatted(seq), AMOUNT);
  }

  public long openCase(String kind, String subject) {
    return jdbc.queryForObject("insert into case_record (kind, subject, evidence, state, opened_at) values (?, ?, 'Cần người quyết định.',"
        + " 'OPEN', '2026-11-18 02:00Z') returning case_id", Long.class, kind, subject);
  }

  public Map<String, Object> row(String table, String key, Object id) {
    return jdbc.queryForMap("select * from " + table + " where " + key + " = ?", id);
  }
}
