package vn.chitra.hub.inbound.jdbc;

import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.inbound.BatchReplies;
import vn.chitra.hub.inbound.ClosedLists;
import vn.chitra.hub.payout.PaymentStatuses;

@Component
class JdbcClosedLists implements ClosedLists {

  private final JdbcTemplate jdbc;
  private final PaymentStatuses statuses;

  JdbcClosedLists(JdbcTemplate jdbc, PaymentStatuses statuses) {
    this.jdbc = jdbc;
    this.statuses = statuses;
  }

  @Override
  public BatchReplies.Unnamed stillAlive(long batchId) {
    return Objects.requireNonNull(jdbc.queryForObject("select count(*), coalesce(sum(amount_vnd), 0) from payment where batch_id = ?"
        + " and state in ('SENT', 'ACCEPTED')", (r, n) -> new BatchReplies.Unnamed(r.getInt(1), r.getLong(2)), batchId));
  }

  @Override
  public int linesThatDiffer(long batchId) {
    statuses.unnamedPayments(batchId);
    return Objects.requireNonNull(jdbc.queryForObject("select count(*) from staged_status s join payment l"
        + " on l.end_to_end_id = s.end_to_end_id::bpchar where l.batch_id = ? and (l.amount_vnd <> s.amount_vnd"
        + " or s.reported <> case l.state when 'RETURNED' then 'PAID' when 'PAID_IN_ERROR' then 'PAID' else l.state end)", Integer.class,
        batchId));
  }

  @Override
  public List<Integer> linesOfRepeatedCodes() {
    return jdbc.queryForList("select line_no from staged_status where end_to_end_id in"
        + " (select end_to_end_id from staged_status group by end_to_end_id having count(*) > 1) order by line_no", Integer.class);
  }
}
