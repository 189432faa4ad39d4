package vn.chitra.hub.reconciliation.report;

import java.sql.Date;
import java.time.YearMonth;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** Payrolls, payouts and bookings as the hub itself leaves them, written straight into its tables. */
public final class ReportTables {

  private static final String COMMUNE = "07969";

  private final JdbcTemplate jdbc;
  private int line;

  public ReportTables(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public void payroll(String id, String programme, YearMonth period) {
    jdbc.update("""
        insert into payroll (payroll_id, programme, agency_code, commune_code, period_from, period, account_cutoff, pay_from, pay_until,
          item_count, total_vnd, state, taken_at, receipt_status, receipt_written)
        values (?, ?, 'PT', ?, ?, ?, ?, ?, ?, 0, 0, 'RELEASED', '2026-10-25Z', 'DISPATCHED', 1)""", id, programme, COMMUNE,
        first(period), first(period), first(period), first(period), Date.valueOf(period.atDay(17)));
  }

  /** One payout of 500,000 dong, handed over at a partner. */
  public long payout(String payroll, String state, String channel, String partner) {
    long id = Objects.requireNonNull(jdbc.queryForObject("insert into payout (payroll_id, line_no, current_payroll_id, current_line_no,"
        + " programme, commune_code, period, entitlement_id, beneficiary_id, kind, for_from, for_to, amount_vnd, state, hold_reason,"
        + " channel, partner, attempt, beneficiary_name, circumstance, no_transfer, cash_place, payee_name, payee_relation, pay_from,"
        + " pay_until, updated_at) select payroll_id, ?, payroll_id, ?, programme, commune_code, period, ?, 'N', 'REGULAR', period, period,"
        + " 500000, ?, case when ? = 'HELD' then 'TWO_ACCOUNTS' end, ?, nullif(?, 'none'), 1, 'Nguyễn Thị Đức', 'NONE', false, 'HOME',"
        + " 'Đỗ Văn Huyên', 'SELF', pay_from, pay_until, taken_at from payroll where payroll_id = ? returning payout_id", Long.class,
        ++line, line, "E" + line, state, state, channel, partner, payroll));
    if (!partner.equals("none")) {
      jdbc.update("insert into payment (payout_id, attempt, end_to_end_id, channel, partner, amount_vnd, state, paid_on, updated_at)"
          + " values (?, 1, ?, ?, ?, 500000, ?, '2026-11-05', '2026-11-05Z')", id, "H%015d".formatted(id), channel, partner,
          state.equals("PAID") ? "PAID" : "PLANNED");
    }
    book(id, "HANDED_OVER", partner);
    if (state.equals("PAID")) {
      book(id, "PAID", partner);
    }
    return id;
  }

  public void book(long payout, String column, String partner) {
    book(payout, column, partner, 1);
  }

  public void book(long payout, String column, String partner, int sign) {
    jdbc.update("insert into booking (period, partner, programme, column_name, payout_id, payment_id, item_count, amount_vnd, booked_on)"
        + " select p.period, ?, p.programme, ?, p.payout_id, l.payment_id, ?, ? * p.amount_vnd, '2026-11-05' from payout p"
        + " left join payment l using (payout_id) where p.payout_id = ?", partner, column, sign, sign, payout);
  }

  /** OPEN → PAID, as a confirmation does it. */
  public void pay(long payout) {
    jdbc.update("update payment set state = 'PAID', paid_on = '2026-11-20' where payout_id = ?", payout);
    jdbc.update("update payout set state = 'PAID' where payout_id = ?", payout);
    book(payout, "PAID", Objects.requireNonNull(
        jdbc.queryForObject("select partner from payout where payout_id = ?", String.class, payout)));
  }

  public void close(String programme, YearMonth period) {
    jdbc.update("insert into period_close (programme, period, closed_at) values (?, ?, '2026-11-19T03:00Z')", programme, first(period));
  }

  private static Date first(YearMonth period) {
    return Date.valueOf(period.atDay(1));
  }
}
