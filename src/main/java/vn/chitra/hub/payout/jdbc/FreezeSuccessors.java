package vn.chitra.hub.payout.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * What may not go out any more after a round of statuses, because a person decides first: payments without a number whose predecessor was
 * paid after all, and payments that the partner speaks of although they should not be there. A frozen payment leaves its open batch, and
 * what stays in there is numbered when the file is built; a batch that is being built at that moment notices that it holds less and is
 * built again.
 */
@Component
class FreezeSuccessors {

  /** A successor is a later payment of the payout, or a payment of a payout that took its freed key. */
  private static final String FREEZE = """
      update payment set frozen = true, state = 'PLANNED', batch_id = null, batch_line = null, updated_at = :now
      where state in ('PLANNED', 'BATCHED') and payment_id in (
        select n.payment_id from moved m join payment n on n.payout_id = m.payout_id and n.attempt > m.attempt
          where m.to_state = 'PAID_IN_ERROR'
        union select n.payment_id from moved m join payout p using (payout_id) join payout q on %1$s join payment n
          on n.payout_id = q.payout_id
          where m.to_state = 'PAID_IN_ERROR'
        union select payment_id from moved where concern = 'CONTRADICTS' and from_state in ('PLANNED', 'BATCHED'))""";

  /** Of two payouts: {@code q} took the key that {@code p} gave free. */
  static final String TOOK_THE_KEY = """
      p.key_freed and not q.key_freed and q.entitlement_id = p.entitlement_id and q.kind = p.kind and q.months && p.months
        and q.payout_id <> p.payout_id""";

  private static final String FREEZE_AFTER = """
      update payment set frozen = true, state = 'PLANNED', batch_id = null, batch_line = null, updated_at = :now
      where state in ('PLANNED', 'BATCHED') and (payout_id = any (:payouts) or payout_id in (
        select q.payout_id from payout p join payout q on %s where p.payout_id = any (:payouts)))""".formatted(TOOK_THE_KEY);

  /**
   * Locked before it is asked which payments they have: one of them may be planned at this moment. Payments are frozen only after that, so
   * a payment that was not there when its payout's lock was waited for is frozen too.
   */
  private static final String LOCK_SUCCESSORS = """
      select 1 from payout where payout_id in (select q.payout_id from moved m join payout p using (payout_id) join payout q on %1$s
        where m.to_state = 'PAID_IN_ERROR') order by payout_id for no key update""";

  /** A payout that took the key and has no payment yet waits as well. */
  private static final String HOLD = """
      with held as (
        update payout set state = 'HELD', hold_reason = 'PREDECESSOR_PAID', updated_at = :now
        where state = 'OPEN' and payout_id in (select q.payout_id from moved m join payout p using (payout_id) join payout q on %1$s
            where m.to_state = 'PAID_IN_ERROR')
          and not exists (select from payment l where l.payout_id = payout.payout_id
            and l.state in ('PLANNED', 'BATCHED', 'SENT', 'ACCEPTED', 'PAID'))
        returning payout_id, partner, amount_vnd)
      insert into case_record (kind, subject, partner, evidence, amount_vnd, state, opened_at, due_at)
      select 'PAYOUT_HELD', 'payout:' || payout_id, partner, 'Khoản chi trước của cùng chế độ, cùng tháng đã được chi sau khi trả lại.',
        amount_vnd, 'OPEN', :now, :now::timestamptz + interval '3 days' from held
      on conflict (kind, subject, coalesce(file_id, 0), coalesce(line_no, 0)) where state = 'OPEN' do nothing""";

  private final NamedParameterJdbcTemplate named;
  private final Clock businessClock;

  FreezeSuccessors(NamedParameterJdbcTemplate named, Clock businessClock) {
    this.named = named;
    this.businessClock = businessClock;
  }

  /** Takes part in the caller's transaction, after its table {@code moved} was applied. */
  void afterRound(MapSqlParameterSource now) {
    named.query(LOCK_SUCCESSORS.formatted(TOOK_THE_KEY), now, rs -> { });
    named.update(FREEZE.formatted(TOOK_THE_KEY), now);
    named.update(HOLD.formatted(TOOK_THE_KEY), now);
  }

  /** Money for these payouts is out twice: what would pay them, or whoever took their key, once more waits for a person. */
  void freezeAfter(Collection<Long> payouts) {
    MapSqlParameterSource values = new MapSqlParameterSource("payouts", new SqlArrayValue("int8", payouts.toArray()))
        .addValue("now", Timestamp.from(businessClock.instant()));
    named.update(FREEZE_AFTER, values);
  }
}
