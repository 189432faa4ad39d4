package vn.chitra.hub.reconciliation;

import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves a payroll's receipt on: DISPATCHED when every payment has left the hub, SETTLED when nothing of it is open. */
@Component
public class AdvanceReceipts {

  private static final String NOW_IS = """
      with now_is as (
        select p.payroll_id, case when not bool_or(o.state in ('OPEN', 'HELD')) then 'SETTLED'
          when not bool_or(o.state = 'OPEN' and (l.state is null or l.state in ('PLANNED', 'BATCHED'))) then 'DISPATCHED' end as status
        from payroll p join payout o on o.current_payroll_id = p.payroll_id
        left join payment l on l.payout_id = o.payout_id and l.attempt = o.attempts
        where p.state = 'RELEASED' and p.receipt_status in ('TAKEN', 'DISPATCHED', 'SETTLED') group by p.payroll_id)
      """;
  /** What is asked of the payroll's own row is asked again when its lock was waited for: a receipt that was cancelled stays so. */
  private static final String ADVANCE = NOW_IS + """
      update payroll set receipt_status = n.status, receipt_revision = receipt_revision + 1, version = version + 1
      from now_is n where n.payroll_id = payroll.payroll_id and n.status is not null and n.status <> payroll.receipt_status
        and payroll.state = 'RELEASED' and payroll.receipt_status in ('TAKEN', 'DISPATCHED', 'SETTLED') and payroll.payroll_id = any (?)""";

  /** In order; a payroll that somebody works on is looked at the next time. */
  private static final String LOCK = "select payroll_id from payroll where payroll_id in (" + NOW_IS + "select payroll_id from now_is n"
      + " join payroll p using (payroll_id) where n.status is not null and n.status <> p.receipt_status)"
      + " order by payroll_id for no key update skip locked";

  private final JdbcTemplate jdbc;

  AdvanceReceipts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** How many receipts say less than what is true now. */
  public long due() {
    return Objects.requireNonNull(jdbc.queryForObject(NOW_IS + "select count(*) from now_is n join payroll p using (payroll_id)"
        + " where n.status is not null and n.status <> p.receipt_status", Long.class));
  }

  /** @return receipts that changed */
  @Transactional
  public int advance() {
    return jdbc.update(ADVANCE, new SqlArrayValue("varchar", jdbc.queryForList(LOCK, String.class).toArray()));
  }
}
