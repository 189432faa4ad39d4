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
import vn.chitra.hub.support.Word;

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

  private record Entry(long id, String partner, long dong, @Nullable String endToEndId, Word text) {}

  private record Payment(long id, long dong, String state, Word text) {}

  @Override
  public RepairAction action() {
    return RepairAction.MATCH_CREDIT;
  }

  @Override
  public Preview look(String id, String parameter) {
    Optional<Entry> entry = entry(id);
    if (entry.isEmpty()) {
      return Preview.Impossible.because("Vụ việc số %s không phải về một dòng ghi có chưa khớp trên sổ phụ.",
          "Case %s is not about an unmatched credit on a statement.", id);
    }
    Optional<Payment> payment = payment(parameter, entry.get().partner());
    boolean named = payment.isPresent() && payment.get().state().equals("PAID") && parameter.strip().equals(entry.get().endToEndId());
    if (payment.isEmpty() || named) {
      return Preview.Impossible.because("Không có lệnh mang mã ấy ở đối tác %s đã bị trả về hoặc từ chối mà chưa có ghi có.",
          "No payment with that id at partner %s was returned or rejected and has no credit yet.", entry.get().partner());
    }
    return payment.get().dong() != entry.get().dong()
        ? Preview.Impossible.because("Dòng ghi có %s đồng, lệnh %s đồng: không khớp từng đồng.",
            "The credit is %s dong, the payment %s dong: they differ.", entry.get().dong(), payment.get().dong())
        : new Preview.Possible(1, payment.get().dong(), Word.of("%s ↔ %s, %s đồng.", "%s ↔ %s, %s dong.", entry.get().text(),
            payment.get().text(), payment.get().dong()));
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
        r.getString("partner"), r.getLong("amount_vnd"), r.getString("end_to_end_id"), Word.of("Sổ phụ %s dòng %s", "Statement %s line %s",
            r.getString("day"), r.getInt("line_no")))).optional());
  }

  private Optional<Payment> payment(String endToEndId, String partner) {
    return jdbc.sql(LOCK_PAYMENT).param("id", endToEndId.strip()).param("partner", partner).query((r, n) -> new Payment(
        r.getLong("payment_id"), r.getLong("amount_vnd"), r.getString("state"), Word.of("khoản chi %s dòng %s", "payout %s line %s",
            r.getString("payroll_id"), r.getInt("line_no")))).optional();
  }
}
