package vn.chitra.hub.repair.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.RepairActionHandler;

/**
 * A credit on a statement that named no payment, or the wrong one, is matched by persons to the payment that came back: same partner, same
 * amount to the dong, a payment without a credit of its own. A payment that the bank has not called returned yet is named as the one that
 * the credit is for; it is matched when the bank says so. The parameter is the payment's endToEndId, the subject the case about the
 * statement's line.
 */
@Component
class MatchCredit implements RepairActionHandler {

  private static final String ENTRY = """
      select e.entry_id, s.partner, e.amount_vnd, e.line_no, e.end_to_end_id, to_char(s.day, 'DD/MM/YYYY') as day
      from case_record c join statement s on s.file_id = c.file_id join statement_entry e on e.statement_id = s.statement_id
        and e.line_no = c.line_no
      where c.case_id = ? and c.state = 'OPEN' and c.kind in ('CREDIT_UNSETTLED', 'RETURN_UNMATCHED',
        'STATEMENT_ENTRY_OTHER') and s.state = 'CHAINED'
        and e.side = 'C' and e.kind in ('RETURN', 'CREDIT', 'OTHER') and not e.matched
      for update of c, e""";
  private static final String PAYMENT = """
      select l.payment_id, l.amount_vnd, l.state, p.payroll_id, p.line_no from payment l join payout p using (payout_id)
      where l.end_to_end_id = ? and l.partner = ? and l.state in ('RETURNED', 'REJECTED', 'PAID_IN_ERROR', 'PAID')
        and not exists (select from payment_credit c where c.payment_id = l.payment_id)
      for update of l""";

  private final JdbcTemplate jdbc;
  private final Clock businessClock;

  MatchCredit(JdbcTemplate jdbc, Clock businessClock) {
    this.jdbc = jdbc;
    this.businessClock = businessClock;
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
    Timestamp now = Timestamp.from(businessClock.instant());
    Entry entry = entry(id).orElseThrow();
    Payment payment = payment(parameter, entry.partner()).orElseThrow();
    boolean cameBack = !payment.state().equals("PAID");
    if (cameBack) {
      jdbc.update("insert into payment_credit (payment_id, entry_id, matched_at) values (?, ?, ?)", payment.id(), entry.id(), now);
    }
    jdbc.update("update statement_entry set matched = ?, kind = 'RETURN', end_to_end_id = ?, settled_at = ? where entry_id = ?", cameBack,
        parameter.strip(), now, entry.id());
    jdbc.update("update payment set credit_matched = true where payment_id = ? and state in ('RETURNED', 'PAID_IN_ERROR')", payment.id());
    jdbc.update("update funding_account set looked_at = null where partner = ?", entry.partner());
    jdbc.update("update case_record set state = 'CLOSED', closed_at = ?, closed_by = ?, resolution = ?, version = version + 1"
        + " where case_id = ?", now, by.login(), reason, Long.parseLong(id));
  }

  private Optional<Entry> entry(String id) {
    return Ids.number(id).flatMap(number -> jdbc.query(ENTRY, (r, n) -> new Entry(r.getLong("entry_id"), r.getString("partner"),
        r.getLong("amount_vnd"), r.getString("end_to_end_id"), "Sổ phụ " + r.getString("day") + " dòng " + r.getInt("line_no")), number)
            .stream().findFirst());
  }

  private Optional<Payment> payment(String endToEndId, String partner) {
    return jdbc.query(PAYMENT, (r, n) -> new Payment(r.getLong("payment_id"), r.getLong("amount_vnd"), r.getString("state"), "khoản chi "
        + r.getString("payroll_id") + " dòng " + r.getInt("line_no")), endToEndId.strip(), partner).stream().findFirst();
  }
}
