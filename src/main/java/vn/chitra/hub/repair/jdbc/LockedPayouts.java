package vn.chitra.hub.repair.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.PaymentState;

/**
 * Payouts to be decided about: payroll, then payments, then the payout are locked, as everywhere, and read when all locks are held. Whether
 * a new payment may travel at once follows from the payroll.
 */
@Component
class LockedPayouts {

  private static final String SELECT = """
      select p.payout_id, p.state, p.current_payroll_id, p.current_line_no, r.state in ('PLANNED', 'RELEASED') as planned,
        r.state = 'RELEASED' as released, r.withdrawn_at is not null as withdrawn, p.commune_code, p.pay_from, p.pay_until, p.amount_vnd,
          p.partner, p.channel, p.bank_bin,
        p.account_no is not null as has_account, p.attempts,
        exists (select from payment l join refused_payment t using (payment_id) where l.payout_id = p.payout_id
          and t.may_be_paid) as may_be_paid,
        (select count(*) from payment l join duplicate_payment d using (payment_id) where l.payout_id = p.payout_id
          and d.outcome is null) as duplicates
      from payout p join payroll r on r.payroll_id = p.current_payroll_id where p.payout_id = ? for update of p""";

  private final JdbcTemplate jdbc;

  LockedPayouts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** @param id as a person typed it; empty when it names no payout */
  Optional<LockedPayout> lock(String id) {
    return Ids.number(id).flatMap(payoutId -> {
      jdbc.query("select 1 from payroll where payroll_id = (select current_payroll_id from payout where payout_id = ?) for share",
          rs -> { }, payoutId);
      jdbc.query("select 1 from payment where payout_id = ? order by payment_id for update", rs -> { }, payoutId);
      jdbc.query("select 1 from payout where payout_id = ? for update", rs -> { }, payoutId);
      return jdbc.query(SELECT, (r, n) -> lockedPayout(r, payments(payoutId)), payoutId).stream().findFirst();
    });
  }

  private List<LockedPayout.Payment> payments(long payoutId) {
    return jdbc.query("select payment_id, attempt, state, frozen, written_off_at is not null, reason_code from payment where payout_id ="
        + " ? order by attempt",
        (r, n) -> new LockedPayout.Payment(r.getLong(1), r.getInt(2), PaymentState.valueOf(r.getString(3)), r.getBoolean(4),
            r.getBoolean(5), r.getString(6)), payoutId);
  }

  private static LockedPayout lockedPayout(ResultSet r, List<LockedPayout.Payment> payments) throws SQLException {
    return new LockedPayout(r.getLong("payout_id"), r.getString("state"), r.getString("current_payroll_id"), r.getInt("current_line_no"),
        r.getBoolean("planned"), r.getBoolean("released"), r.getBoolean("withdrawn"), r.getString("commune_code"), r.getDate("pay_from")
            .toLocalDate(),
        r.getDate("pay_until").toLocalDate(), r.getLong("amount_vnd"), r.getString("partner"), r.getString("channel"),
        r.getString("bank_bin"), r.getBoolean("has_account"), r.getInt("attempts"), r.getBoolean("may_be_paid"), r.getInt("duplicates"),
            payments);
  }
}
