package vn.chitra.hub.repair;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.DecidedCases;
import vn.chitra.hub.support.SqlText;

/** The stored proposals. */
@Component
public final class Proposals {

  private static final String ADD = SqlText.of("repair/add-proposal");
  private static final String LOCK_OPEN = SqlText.of("repair/lock-open-proposal");
  private static final String OPEN = SqlText.of("repair/open-proposals");
  private static final String APPROVE = SqlText.of("repair/approve-proposal");
  private static final String REJECT = SqlText.of("repair/reject-proposal");

  private final JdbcClient jdbc;
  private final DecidedCases cases;
  private final Clock businessClock;

  Proposals(JdbcClient jdbc, DecidedCases cases, Clock businessClock) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.businessClock = businessClock;
  }

  /** The new proposal's id; empty when the same action about the same subject is proposed already. */
  public Optional<Long> add(RepairAction action, String subject, String parameter, String reason, int items, long dong, String proposedBy) {
    return jdbc.sql(ADD).param("action", action.name()).param("subject", subject).param("parameter", parameter).param("reason", reason)
        .param("items", items).param("amount", dong).param("by", proposedBy).param("now", now()).query(Long.class).optional();
  }

  /** An undecided proposal, locked until the transaction ends. */
  public Optional<Proposal> lockOpen(long id) {
    return jdbc.sql(LOCK_OPEN).param("id", id).query((r, n) -> proposal(r)).optional();
  }

  public void done(long id, String approvedBy) {
    jdbc.sql(APPROVE).param("id", id).param("by", approvedBy).param("now", now()).update();
  }

  public void rejected(long id, String by) {
    jdbc.sql(REJECT).param("id", id).param("by", by).param("now", now()).update();
  }

  /** Oldest first. */
  public List<Proposal> open() {
    return jdbc.sql(OPEN).query((r, n) -> proposal(r)).list();
  }

  /** Closes the open cases of the action's kinds about the subject, in the person's name. @return how many */
  public int closeCases(RepairAction action, String subject, String by, String resolution) {
    return cases.close(action.replies(), subject, by, resolution);
  }

  private static Proposal proposal(ResultSet r) throws SQLException {
    return new Proposal(r.getLong(1), RepairAction.valueOf(r.getString(2)), r.getString(3), r.getString(4), r.getString(5), r.getInt(6),
        r.getLong(7), r.getString(8), r.getTimestamp(9).toInstant());
  }

  private Timestamp now() {
    return Timestamp.from(businessClock.instant());
  }
}
