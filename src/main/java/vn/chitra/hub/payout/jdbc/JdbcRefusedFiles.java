package vn.chitra.hub.payout.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.payout.RefusedFiles;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcRefusedFiles implements RefusedFiles {

  private static final String REFUSED = """
      insert into refused_payment (payment_id, batch_id) select payment_id, batch_id from payment where batch_id = :batch
        on conflict do nothing""";

  /** Every payment of every payout that had a payment in the file, or that took the key of one. */
  private static final String PAYMENTS = """
      from payment n where n.payout_id in (
        select l.payout_id from refused_payment t join payment l using (payment_id) where t.batch_id = :batch
        union select q.payout_id from refused_payment t join payment l using (payment_id) join payout p using (payout_id) join payout q
          on %s
          where t.batch_id = :batch)""".formatted(FreezeSuccessors.TOOK_THE_KEY);

  private static final String LOCK_PAYMENTS = "select 1 " + PAYMENTS + " order by n.payment_id for update of n";

  private static final String LOCK_PAYOUTS = "select 1 from payout where payout_id in (select n.payout_id " + PAYMENTS
      + ") order by payout_id for update";

  /** Asked anew at each status: what the partner rejected or returned in that file, that file does not pay any more. */
  private static final String DOUBT = """
      update refused_payment t set may_be_paid = not exists (select from payment_status f where f.payment_id = t.payment_id
        and f.about_batch_id = t.batch_id
        and f.reported in ('REJECTED', 'UNCOLLECTED', 'RETURNED') and not f.provisional and f.effect <> 'AMOUNT_DIFFERS')
      where t.batch_id = :batch""";

  private static final String FREEZE = "update payment set frozen = true, frozen_for_batch = :batch, state = 'PLANNED', batch_id = null,"
      + " batch_line = null, updated_at = :now where state in ('PLANNED', 'BATCHED') and not frozen and payment_id in (select n.payment_id "
      + PAYMENTS + ")";

  private static final String CASE = """
      insert into case_record (kind, subject, partner, file_id, evidence, item_count, amount_vnd, state, opened_at, due_at)
      select 'REFUSED_FILE_ANSWERED', 'batch:' || b.batch_id, b.partner, :file,
        format('Đối tác đã từ chối tệp %s nhưng nay lại trả lời về tệp ấy: %s khoản chi của tệp có thể vẫn được chi, trong đó %s khoản chưa'
          || ' vào tệp nào khác đang bị giữ lại.', b.file_name, d.items, f.items), d.items, d.dong, 'OPEN', :now, :due
      from batch b
        cross join lateral (select count(*) as items, coalesce(sum(l.amount_vnd), 0) as dong from refused_payment t
          join payment l using (payment_id)
          where t.batch_id = b.batch_id and (t.may_be_paid or l.frozen_for_batch = b.batch_id)) d
        cross join lateral (select count(*) as items from payment l where l.frozen_for_batch = b.batch_id) f
      where b.batch_id = :batch
      on conflict (kind, subject, coalesce(file_id, 0), coalesce(line_no, 0)) where state = 'OPEN' do nothing""";

  private final NamedParameterJdbcTemplate named;
  private final Clock businessClock;

  JdbcRefusedFiles(NamedParameterJdbcTemplate named, Clock businessClock) {
    this.named = named;
    this.businessClock = businessClock;
  }

  @Override
  public void refused(long batchId) {
    named.update(REFUSED, new MapSqlParameterSource("batch", batchId));
  }

  @Override
  public void answered(long batchId, long fileId) {
    MapSqlParameterSource values = values(batchId).addValue("file", fileId)
        .addValue("due", Timestamp.from(businessClock.instant().plus(CaseKind.REFUSED_FILE_ANSWERED.dueWithin())));
    lock(values);
    named.update(DOUBT, values);
    named.update(FREEZE, values);
    named.update(CASE, values);
  }

  @Override
  public int release(long batchId) {
    MapSqlParameterSource values = values(batchId);
    lock(values);
    named.update("update refused_payment set may_be_paid = false where batch_id = :batch", values);
    return named.update("update payment set frozen = false, frozen_for_batch = null, released_at = coalesce(released_at, :now),"
        + " updated_at = :now where frozen_for_batch = :batch", values);
  }

  /** Payments before payouts, as everywhere: a payment that is starting for one of these payouts is waited for, and seen. */
  private void lock(MapSqlParameterSource values) {
    named.query(LOCK_PAYMENTS, values, rs -> { });
    named.query(LOCK_PAYOUTS, values, rs -> { });
  }

  private MapSqlParameterSource values(long batchId) {
    return new MapSqlParameterSource("batch", batchId).addValue("now", Timestamp.from(businessClock.instant()));
  }
}
