package vn.chitra.hub.repair.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.RepairActionHandler;

/**
 * A credit on a statement of which nobody knew whether it was funding or a return is settled by persons as funding: it is no payment's
 * money, and files that wait for funds may go again. Not one that names a payment of ours. The subject is the case about the statement's
 * line.
 */
@Component
class SettleAsFunding implements RepairActionHandler {

  private static final String ENTRY = """
      select e.entry_id, s.partner, e.amount_vnd, e.line_no, to_char(s.day, 'DD/MM/YYYY') as day
      from case_record c join statement s on s.file_id = c.file_id join statement_entry e on e.statement_id = s.statement_id
        and e.line_no = c.line_no
      where c.case_id = ? and c.state = 'OPEN' and c.kind in ('CREDIT_UNSETTLED', 'STATEMENT_ENTRY_OTHER', 'RETURN_UNMATCHED')
        and s.state = 'CHAINED' and e.side = 'C' and e.kind in ('CREDIT', 'OTHER', 'RETURN') and not e.matched
        and not exists (select from payment l where l.end_to_end_id = e.end_to_end_id)
      for update of c, e""";

  private final JdbcTemplate jdbc;
  private final Clock businessClock;

  SettleAsFunding(JdbcTemplate jdbc, Clock businessClock) {
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  private record Entry(long id, String partner, long dong, String words) {}

  @Override
  public RepairAction action() {
    return RepairAction.SETTLE_AS_FUNDING;
  }

  @Override
  public Preview look(String id, String parameter) {
    return entry(id).<Preview>map(entry -> new Preview.Possible(1, entry.dong(), entry.words() + ": " + entry.dong()
        + " đồng là tiền cấp."))
        .orElseGet(() -> new Preview.Impossible("Vụ việc số " + id
            + " không phải về một dòng ghi có chưa khớp trên sổ phụ, hoặc dòng ấy mang mã của một lệnh chi."));
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    Timestamp now = Timestamp.from(businessClock.instant());
    Entry entry = entry(id).orElseThrow();
    jdbc.update("update statement_entry set kind = 'FUNDING', end_to_end_id = null, matched = true, settled_at = ? where entry_id = ?", now,
        entry.id());
    jdbc.update("update funding_account set looked_at = null where partner = ?", entry.partner());
    jdbc.update("update case_record set state = 'CLOSED', closed_at = ?, closed_by = ?, resolution = ?, version = version + 1"
        + " where case_id = ?", now, by.login(), reason, Long.parseLong(id));
  }

  private Optional<Entry> entry(String id) {
    return Ids.number(id).flatMap(number -> jdbc.query(ENTRY, (r, n) -> new Entry(r.getLong("entry_id"), r.getString("partner"),
        r.getLong("amount_vnd"), "Sổ phụ " + r.getString("day") + " dòng " + r.getInt("line_no")), number).stream().findFirst());
  }
}
