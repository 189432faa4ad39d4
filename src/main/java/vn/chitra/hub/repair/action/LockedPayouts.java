package vn.chitra.hub.repair.action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.PaymentState;
import vn.chitra.hub.repair.Ids;
import vn.chitra.hub.support.SqlText;

/**
 * Locks and reads the payouts of a decision: payroll, then payments, then the payout are locked, as everywhere, and read when all locks are
 * held. The payroll decides whether a new payment may travel at once.
 */
@Component
class LockedPayouts {

  private static final String LOCK_PAYROLL = SqlText.of("repair/lock-payroll-of-payout");
  private static final String LOCK_PAYMENTS = "select 1 from payment where payout_id = :payout order by payment_id for update";
  private static final String LOCK = "select 1 from payout where payout_id = :payout for update";
  private static final String PAYOUT = SqlText.of("repair/lock-payout");
  private static final String PAYMENTS = SqlText.of("repair/payments-of-payout");

  private final JdbcClient jdbc;

  LockedPayouts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @param id as a person typed it; empty when it names no payout */
  Optional<LockedPayout> lock(String id) {
    return Ids.number(id).flatMap(payoutId -> {
      List.of(LOCK_PAYROLL, LOCK_PAYMENTS, LOCK).forEach(lock -> jdbc.sql(lock).param("payout", payoutId).query(rs -> { }));
      return jdbc.sql(PAYOUT).param("payout", payoutId).query((r, n) -> lockedPayout(r, payments(payoutId))).optional();
    });
  }

  private List<LockedPayout.Payment> payments(long payoutId) {
    return jdbc.sql(PAYMENTS).param("payout", payoutId).query((r, n) -> new LockedPayout.Payment(r.getLong(1), r.getInt(2),
        PaymentState.valueOf(r.getString(3)), r.getBoolean(4), r.getBoolean(5), r.getString(6))).list();
  }

  private static LockedPayout.@Nullable Account account(ResultSet r) throws SQLException {
    String number = r.getString("account_no");
    return number == null ? null : new LockedPayout.Account(number, String.valueOf(r.getString("account_name")));
  }

  private static LockedPayout lockedPayout(ResultSet r, List<LockedPayout.Payment> payments) throws SQLException {
    return new LockedPayout(r.getLong("payout_id"), r.getString("state"), r.getString("payroll_id"), r.getInt("line_no"),
        r.getString("current_payroll_id"), r.getInt("current_line_no"), r.getBoolean("planned"), r.getBoolean("released"),
        r.getBoolean("withdrawn"), r.getString("commune_code"), r.getDate("pay_from").toLocalDate(), r.getDate("pay_until").toLocalDate(),
        r.getLong("amount_vnd"), r.getString("partner"), r.getString("channel"), r.getString("bank_bin"), account(r),
        r.getInt("next_attempt"), r.getBoolean("may_be_paid"), r.getInt("duplicates"),
        r.getBoolean("predecessor_paid"), payments);
  }
}
