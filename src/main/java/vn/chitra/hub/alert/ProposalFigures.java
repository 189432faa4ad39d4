package vn.chitra.hub.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/** Describes a proposal that waits for its second person: the action, its subjects with their commune, the money, the first deadline. */
@Component
class ProposalFigures {

  private static final String PROPOSAL = SqlText.of("alert/read-proposal");
  private static final Map<String, String> SEVERAL = Map.of("payout", "khoản chi", "batch", "tệp gửi", "case", "vụ việc");

  private final JdbcClient jdbc;
  private final CaseWords words;

  ProposalFigures(JdbcClient jdbc, CaseWords words) {
    this.jdbc = jdbc;
    this.words = words;
  }

  Map<String, Object> of(long id) {
    return jdbc.sql(PROPOSAL).param("proposal", id).query((r, n) -> values(id, r)).single();
  }

  private Map<String, Object> values(long id, ResultSet r) throws SQLException {
    Instant at = r.getTimestamp("proposed_at").toInstant();
    Timestamp due = r.getTimestamp("due_at");
    String action = RepairAction.valueOf(r.getString("action")).title();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("task", "Duyệt: " + action);
    values.put("todo", "duyệt hoặc từ chối đề nghị “" + action + "”" + CaseWords.before(instant(due))
        + "; người duyệt phải khác người đề nghị.");
    values.put("link", words.link("/approvals/" + id));
    values.put("id", "số " + id);
    values.put("action", action);
    values.put("subject", subject(r, LocalDate.ofInstant(at, Zone.VIETNAM)));
    values.put("stake", CaseWords.stake(r.getLong("amount_vnd"), instant(due)));
    values.put("count", SafeText.dong(r.getInt("item_count")));
    values.put("dong", SafeText.dong(r.getLong("amount_vnd")) + " đồng");
    values.put("due", CaseWords.deadline(instant(due)));
    values.put("reason", SafeText.of(r.getString("reason")));
    values.put("proposer", SafeText.of(r.getString("proposed_by")));
    values.put("proposed", CaseWords.time(at));
    return values;
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  /** {@code khoản chi số 12, Xã Hùng Việt (04792)}; {@code 20 khoản chi, 3 xã, phường}. */
  private String subject(ResultSet r, LocalDate on) throws SQLException {
    int communes = r.getInt("communes");
    String commune = communes == 1 ? r.getString("commune_code") : null;
    int several = r.getInt("several");
    if (several == 0) {
      return words.place(r.getString("subject"), commune, on);
    }
    return several + " " + SEVERAL.getOrDefault(r.getString("of_kind"), "đối tượng")
        + (commune != null ? ", " + words.commune(commune, on) : communes > 1 ? ", " + communes + " xã, phường" : "");
  }
}
