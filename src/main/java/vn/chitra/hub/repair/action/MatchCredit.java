package vn.chitra.hub.repair.action;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.DecidedCases;
import vn.chitra.hub.payout.CreditedPayments;
import vn.chitra.hub.reconciliation.statement.SettledEntries;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Ids;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;
import vn.chitra.hub.support.SqlText;

/**
 * Matches a credit entry that named no payment, or the wrong one, to the returned payment that persons name: same partner, same amount to
 * the dong, a payment without a credit of its own. If the bank has not reported the return yet, the payment is noted for the credit and
 * matched when the report comes. The parameter is the payment's endToEndId, the subject the case about the statement's line.
 */
@Component
class MatchCredit implements RepairActionHandler {

  private static final String LOCK_CREDIT = SqlText.of("repair/lock-credit-to-match");
  private static final String LOCK_PAYMENT = SqlText.of("repair/lock-payment-without-credit");

  private final JdbcClient jdbc;
  private final SettledEntries entries;
  private final CreditedPayments payments;
  private final DecidedCases cases;

  MatchCredit(JdbcClient jdbc, SettledEntries entries, CreditedPayments payments, DecidedCases cases) {
    this.jdbc = jdbc;
    this.entries = entries;
    this.payments = payments;
    this.cases = cases;
  }

  private record Entry(long id, String partner, long dong, @Nullable String endToEndId, String words) {}

  private record Payment(long id, long dong, String state, String words) {}

  @Override
  public RepairAction action() {
    return RepairAction.MATCH_CREDIT;
  }

  @Override
  public Preview look(String id, String parameter) {
    Optional<Entry> entry = entry(id);
    if (entry.isEmpty()) {
      return new Preview.Impossible("Vụ việc số " + id + " không phải về một dòng ghi có chưa khớp trên sổ phụ.");
    }
    Optional<Payment> payment = payment(parameter, entry.get().partner());
    boolean named = payment.isPresent() && payment.get().state().equals("PAID") && parameter.strip().equals(entry.get().endToEndId());
    if (payment.isEmpty() || named) {
      return new Preview.Impossible("Không có lệnh mang mã ấy ở đối tác " + entry.get().partner()
          + " đã bị trả về hoặc từ chối mà chưa có ghi có.");
    }
    return payment.get().dong() != entry.get().dong()
        ? new Preview.Impossible("Dòng ghi có " + entry.get().dong() + " đồng, lệnh " + payment.get().dong()
        + " đồng: không khớp từng đồng.")
        : new Preview.Possible(1, payment.get().dong(), entry.get().words() + " ↔ " + payment.get().words() + ", " + payment.get().dong()
        + " đồng.");
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    Entry entry = entry(id).orElseThrow();
    Payment payment = payment(parameter, entry.partner()).orElseThrow();
    boolean cameBack = !payment.state().equals("PAID");
    entries.matchReturn(entry.id(), entry.partner(), parameter.strip(), payment.id(), cameBack);
    payments.mark(List.of(payment.id()));
    cases.close(Long.parseLong(id), by.login(), reason);
  }

  private Optional<Entry> entry(String id) {
    return Ids.number(id).flatMap(number -> jdbc.sql(LOCK_CREDIT).param("case", number).query((r, n) -> new Entry(r.getLong("entry_id"),
        r.getString("partner"), r.getLong("amount_vnd"), r.getString("end_to_end_id"), "Sổ phụ " + r.getString("day") + " dòng "
        + r.getInt("line_no"))).optional());
  }

  private Optional<Payment> payment(String endToEndId, String partner) {
    return jdbc.sql(LOCK_PAYMENT).param("id", endToEndId.strip()).param("partner", partner).query((r, n) -> new Payment(
        r.getLong("payment_id"), r.getLong("amount_vnd"), r.getString("state"), "khoản chi " + r.getString("payroll_id") + " dòng "
        + r.getInt("line_no"))).optional();
  }
}
