package vn.chitra.hub.crash;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Outcome;
import vn.chitra.hub.repair.Proposal;
import vn.chitra.hub.repair.Repairs;
import vn.chitra.hub.repair.Role;

/**
 * Two persons who decide about payouts that came back unpaid (paid again in cash where that is still possible, carried over or handed
 * back otherwise) and about refused files. One proposes, the other approves; what a crash leaves half done they go on with the next time.
 */
final class Persons {

  private static final Logger LOG = LoggerFactory.getLogger(Persons.class);
  private static final Actor ONE = new Actor("lan", Role.OPERATOR);
  private static final Actor OTHER = new Actor("minh", Role.APPROVER);
  private static final int AT_ONCE = 6;
  private static final String WHY = "Quyết định trong tháng chạy thử";

  private final Repairs repairs;
  private final JdbcTemplate jdbc;

  Persons(Repairs repairs, JdbcTemplate jdbc) {
    this.repairs = repairs;
    this.jdbc = jdbc;
  }

  /** Never throws for a database that is away just now. */
  void decide() {
    try {
      repairs.waiting().forEach(this::approve);
      jdbc.queryForList("select payout_id from payout p where state = 'HELD' and exists (select from payment l where l.payout_id ="
          + " p.payout_id)" + " order by payout_id limit " + AT_ONCE, Long.class).forEach(this::decide);
      jdbc.queryForList("select batch_id from batch where state = 'REFUSED' and exists (select from case_record c where c.state = 'OPEN'"
          + " and c.kind = 'BATCH_REFUSED' and c.subject = 'batch:' || batch_id)", Long.class)
          .forEach(batchId -> agreed(RepairAction.RELEASE_REFUSED_BATCH, batchId, ""));
    } catch (DataAccessException | TransactionException e) {
      LOG.info("nothing decided: {}", e.getClass().getSimpleName());
    }
  }

  private void decide(long payoutId) {
    if (payoutId % 3 == 0) {
      agreed(RepairAction.HAND_BACK_PAYOUT, payoutId, "");
    } else if (!agreed(RepairAction.PLAN_AGAIN, payoutId, "COMMUNE_CASH")) {
      agreed(RepairAction.CARRY_OVER_PAYOUT, payoutId, "");
    }
  }

  private boolean agreed(RepairAction action, long id, String parameter) {
    return repairs.request(ONE, action, String.valueOf(id), parameter, WHY) instanceof Outcome.Proposed proposed
        && repairs.approve(OTHER, proposed.proposalId()) instanceof Outcome.Done;
  }

  private void approve(Proposal proposal) {
    if (repairs.approve(OTHER, proposal.id()) instanceof Outcome.Refused refused) {
      repairs.reject(OTHER, proposal.id(), refused.words());
    }
  }
}
