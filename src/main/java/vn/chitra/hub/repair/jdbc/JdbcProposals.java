package vn.chitra.hub.repair.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Proposal;
import vn.chitra.hub.repair.Proposals;

@Component
class JdbcProposals implements Proposals {

  private static final String SELECT = "select proposal_id, action, subject, parameter, reason, item_count, amount_vnd, proposed_by,"
      + " proposed_at from repair_proposal where state = 'PROPOSED'";

  private final JdbcTemplate jdbc;
  private final Clock businessClock;

  JdbcProposals(JdbcTemplate jdbc, Clock businessClock) {
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  @Override
  public Optional<Long> add(RepairAction action, String subject, String parameter, String reason, int items, long dong, String proposedBy) {
    return jdbc.queryForList("insert into repair_proposal (action, subject, parameter, reason, item_count, amount_vnd, proposed_by,"
            + " proposed_at, state) values (?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSED')"
            + " on conflict (action, subject) where state = 'PROPOSED' do nothing returning proposal_id",
        Long.class, action.name(), subject, parameter, reason, items, dong, proposedBy, now()).stream().findFirst();
  }

  @Override
  public Optional<Proposal> lockOpen(long id) {
    return jdbc.query(SELECT + " and proposal_id = ? for update", (r, n) -> proposal(r), id).stream().findFirst();
  }

  @Override
  public void done(long id, String approvedBy) {
    jdbc.update("update repair_proposal set state = 'DONE', decided_by = ?, approved_by = ?, decided_at = ? where proposal_id = ?",
        approvedBy, approvedBy, now(), id);
  }

  @Override
  public void rejected(long id, String by) {
    jdbc.update("update repair_proposal set state = 'REJECTED', decided_by = ?, decided_at = ? where proposal_id = ?", by, now(), id);
  }

  @Override
  public List<Proposal> open() {
    return jdbc.query(SELECT + " order by proposal_id", (r, n) -> proposal(r));
  }

  @Override
  public int closeCases(RepairAction action, String subject, String by, String resolution) {
    return jdbc.update("update case_record set state = 'CLOSED', closed_at = ?, closed_by = ?, resolution = ?, version = version + 1"
            + " where subject = ? and state = 'OPEN' and kind = any (?)",
        now(), by, resolution, subject, action.replies().stream().map(Enum::name).toArray(String[]::new));
  }

  private static Proposal proposal(ResultSet r) throws SQLException {
    return new Proposal(r.getLong(1), RepairAction.valueOf(r.getString(2)), r.getString(3), r.getString(4), r.getString(5), r.getInt(6),
        r.getLong(7), r.getString(8), r.getTimestamp(9).toInstant());
  }

  private Timestamp now() {
    return Timestamp.from(businessClock.instant());
  }
}
