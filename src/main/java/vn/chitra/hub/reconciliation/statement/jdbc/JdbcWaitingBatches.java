package vn.chitra.hub.reconciliation.statement.jdbc;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.reconciliation.statement.WaitingBatches;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcWaitingBatches implements WaitingBatches {

  /**
   * Each day's funding sends a file again once: a bank that refuses it again the same day is not asked in a circle. A credit that persons
   * settled as funding counts from then on, once.
   */
  private static final String FUNDED = """
      select b.batch_id, b.total_vnd from batch b
      where b.partner = ? and b.kind = 'PAYMENT' and b.state = 'WAITING_FUNDS' and b.retry_at is null
        and exists (select from statement s join statement_entry e using (statement_id)
          where s.partner = b.partner and s.state = 'CHAINED' and e.kind = 'FUNDING'
            and (e.settled_at > (select max(f.received_at) from file f where f.batch_id = b.batch_id and f.direction = 'IN')
              or s.day >= (select (max(f.received_at) at time zone 'Asia/Ho_Chi_Minh')::date from file f
                where f.batch_id = b.batch_id and f.direction = 'IN')
              and s.day > coalesce((select max(t.day) from funding_retry r join statement t using (statement_id)
                where r.batch_id = b.batch_id), '-infinity')))
      order by b.built_at, b.batch_id""";

  /** Files that were sent again and not debited since have their claim on what the account holds; what nobody settled covers no file. */
  private static final String BALANCE = """
      select s.statement_id, s.closing_vnd - coalesce((select sum(b.total_vnd) from batch b
        where b.partner = s.partner and exists (select from funding_retry r where r.batch_id = b.batch_id)
          and (b.state in ('SENDING', 'IN_DOUBT', 'SENT', 'ACKNOWLEDGED') or b.state = 'WAITING_FUNDS' and b.retry_at is not null)
          and not exists (select from statement_entry e where e.batch_id = b.batch_id)
          and (not b.answered or exists (select from statement_debit d where d.batch_id = b.batch_id and d.reported_vnd > d.debited_vnd))),
            0)
        - coalesce((select sum(e.amount_vnd) from statement_entry e join statement t using (statement_id)
          where t.partner = s.partner and t.state = 'CHAINED' and e.kind = 'CREDIT' and not e.matched), 0) as left_vnd
      from statement s where s.partner = ? and s.state = 'CHAINED' order by s.day desc limit 1""";

  private final JdbcTemplate jdbc;

  JdbcWaitingBatches(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Waiting> funded(String partner) {
    return jdbc.query(FUNDED, (r, n) -> new Waiting(r.getLong(1), r.getLong(2)), partner);
  }

  @Override
  public Optional<Balance> balance(String partner) {
    return jdbc.query(BALANCE, (r, n) -> new Balance(r.getLong(1), r.getLong(2)), partner).stream().findFirst();
  }

  @Override
  public void noteRetry(long batchId, long statementId) {
    jdbc.update("insert into funding_retry (batch_id, statement_id) values (?, ?) on conflict do nothing", batchId, statementId);
  }
}
