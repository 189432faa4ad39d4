package vn.chitra.hub.repair.action;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.DecidedCases;
import vn.chitra.hub.reconciliation.statement.SettledEntries;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Ids;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Word;

/**
 * Settles a credit entry as funding, by decision of persons, where the statement does not state whether it is funding or a return: it is no
 * payment's money, and files that wait for funds may be sent again. Refused for an entry that names a payment of ours. The subject is the
 * case about the statement's line.
 */
@Component
class SettleAsFunding implements RepairActionHandler {

  private static final String LOCK_CREDIT = SqlText.of("repair/lock-credit-to-settle");

  private final JdbcClient jdbc;
  private final SettledEntries entries;
  private final DecidedCases cases;

  SettleAsFunding(JdbcClient jdbc, SettledEntries entries, DecidedCases cases) {
    this.jdbc = jdbc;
    this.entries = entries;
    this.cases = cases;
  }

  private record Entry(long id, String partner, long dong, Word text) {}

  @Override
  public RepairAction action() {
    return RepairAction.SETTLE_AS_FUNDING;
  }

  @Override
  public Preview look(String id, String parameter) {
    return entry(id).<Preview>map(entry -> new Preview.Possible(1, entry.dong(),
        Word.of("%s: %s đồng là tiền cấp.", "%s: %s dong are funding.",
        entry.text(), entry.dong())))
        .orElseGet(() -> Preview.Impossible.because(
            "Vụ việc số %s không phải về một dòng ghi có chưa khớp trên sổ phụ, hoặc dòng ấy mang mã của một lệnh chi.",
            "Case %s is not about an unmatched credit on a statement, or that credit has the id of a payment.", id));
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    Entry entry = entry(id).orElseThrow();
    entries.settleAsFunding(entry.id(), entry.partner());
    cases.close(Long.parseLong(id), by.login(), reason);
  }

  private Optional<Entry> entry(String id) {
    return Ids.number(id).flatMap(number -> jdbc.sql(LOCK_CREDIT).param("case", number).query((r, n) -> new Entry(r.getLong("entry_id"),
        r.getString("partner"), r.getLong("amount_vnd"), Word.of("Sổ phụ %s dòng %s", "Statement %s line %s",
            r.getString("day"), r.getInt("line_no")))).optional());
  }
}
