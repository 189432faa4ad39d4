package vn.chitra.hub.payout.jdbc;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.PaymentMoves;
import vn.chitra.hub.payout.PaymentTransitions;
import vn.chitra.hub.payout.PaidInError;
import vn.chitra.hub.support.Zone;

@Component
class JdbcPaymentMoves implements PaymentMoves {

  /** The payments of a round with what the table says of them, locked payment before payout; the moment of truth of the round. */
  private static final String FIND = """
      create temporary table moved on commit drop as
      select s.line_no, s.reported, s.happened_on, s.received_by, s.partner_ref, s.reason_code, s.code, s.reason_text,
        l.payment_id, l.payout_id, l.attempt, l.partner, l.channel, l.end_to_end_id, l.amount_vnd, l.state as from_state,
        case when p.state in ('OPEN', 'HELD', 'PAID', 'CARRIED_OVER') and not exists (select from payment o where o.payout_id = l.payout_id
            and o.payment_id <> l.payment_id and o.state in ('PLANNED', 'BATCHED', 'SENT', 'ACCEPTED', 'PAID'))
          then t.to_state else t.to_when_taken end as to_state,
        t.concern, p.state as payout_from, p.programme, p.period, coalesce(p.partner, 'none') as payout_partner,
        p.current_payroll_id, p.current_line_no,
        c.period is not null as closed,
        case when c.period is null then p.period
          else (select (max(x.period) + interval '1 month')::date from period_close x where x.programme = p.programme) end as book_period
      from staged_status s join payment l using (payment_id) join payout p using (payout_id)
      join (values %s) t (from_state, reported, to_state, to_when_taken, concern) on t.from_state = l.state and t.reported = s.reported
      left join period_close c on c.programme = p.programme and c.period = p.period
      where s.ordinal = %d and s.effect is null""";

  /** Which month is closed is asked when no month of the programme can be closed any more before this transaction ends. */
  private static final String NO_CLOSE = """
      select pg_advisory_xact_lock_shared(hashtext('period-close'), hashtext(programme)) from (select distinct p.programme from payout p
        join payment using (payout_id) join staged_status using (payment_id) where ordinal = ? and effect is null order by 1) programmes""";

  private static final String MOVE_PAYMENTS = """
      update payment set state = m.to_state, provisional = null, updated_at = :now,
        batch_id = case when m.from_state = 'BATCHED' then null else payment.batch_id end,
        batch_line = case when m.from_state = 'BATCHED' then null else payment.batch_line end,
        paid_on = case when m.reported = 'PAID' then coalesce(m.happened_on, :today) else payment.paid_on end,
        received_by = coalesce(m.received_by, payment.received_by), partner_ref = coalesce(left(m.partner_ref, 40), payment.partner_ref),
        reason_code = case when m.reported = 'PAID' then null else left(coalesce(m.reason_code, m.code, payment.reason_code), 20) end,
        reason_text = case when m.reported = 'PAID' then null else coalesce(m.reason_text, payment.reason_text) end
      from moved m where m.payment_id = payment.payment_id and m.to_state is not null""";

  private static final String MOVE_PAYOUTS = """
      update payout p set updated_at = :now, period = m.book_period, partner = m.partner, channel = m.channel, hold_reason = null,
        state = case m.to_state when 'PAID' then 'PAID' else 'OPEN' end
      from moved m where m.payout_id = p.payout_id and (m.to_state = 'PAID' or m.to_state = 'RETURNED' and m.from_state = 'PAID')""";

  /** Signed entries; a payout whose late PAID comes from another partner than it stands at is moved there first. */
  private static final String BOOK = """
      insert into booking (period, partner, programme, column_name, payout_id, payment_id, item_count, amount_vnd, booked_on)
      select m.book_period, e.partner, m.programme, e.column_name, m.payout_id, m.payment_id, e.sign, e.sign * m.amount_vnd, :today
      from moved m cross join lateral (values
        ('MOVED_OUT', m.payout_partner, 1, m.to_state = 'PAID' and m.payout_partner <> m.partner),
        ('MOVED_IN', m.partner, 1, m.to_state = 'PAID' and m.payout_partner <> m.partner),
        ('CARRIED_OUT', m.payout_partner, -1, m.to_state = 'PAID' and m.payout_from = 'CARRIED_OVER' and not m.closed),
        ('CARRIED_IN', m.payout_partner, 1, m.to_state = 'PAID' and m.payout_from = 'CARRIED_OVER' and m.closed),
        ('PAID', m.partner, 1, m.to_state = 'PAID'),
        ('PAID', m.partner, -1, m.to_state = 'RETURNED' and m.from_state = 'PAID' and not m.closed),
        ('CAME_BACK', m.partner, 1, m.to_state = 'RETURNED' and m.from_state = 'PAID' and m.closed))
        e (column_name, partner, sign, applies)
      where e.applies""";

  private static final String STATE_RESULTS = """
      insert into payout_result as r (payroll_id, line_no, payout_id, outcome, channel, partner, end_to_end_id, amount_vnd, paid_on,
        received_by, partner_ref, reason_code, reason_text, revision, updated_at)
      select m.current_payroll_id, m.current_line_no, m.payout_id, case m.to_state when 'PAID' then 'PAID' else 'REOPENED' end, m.channel,
        m.partner, m.end_to_end_id, m.amount_vnd, l.paid_on, l.received_by, l.partner_ref, l.reason_code, l.reason_text, 1, :now
      from moved m join payment l using (payment_id)
      where m.to_state = 'PAID' or m.to_state = 'RETURNED' and m.from_state = 'PAID'
      on conflict (payroll_id, line_no) do update set outcome = excluded.outcome, channel = excluded.channel, partner = excluded.partner,
        end_to_end_id = excluded.end_to_end_id, paid_on = excluded.paid_on, received_by = excluded.received_by,
        partner_ref = excluded.partner_ref, reason_code = excluded.reason_code, reason_text = excluded.reason_text,
        revision = r.revision + 1, updated_at = excluded.updated_at""";

  /** The need is what the partner must be given: a liability taken back counts again, one that moved counts where it went. */
  private static final String RAISE_NEED = """
      insert into funding_need as f (payroll_id, partner, item_count, total_vnd, revision, updated_at)
      select current_payroll_id, partner, count(*), sum(amount_vnd), 1, :now from moved
      where to_state = 'PAID' and (payout_from = 'CARRIED_OVER' or payout_partner <> partner) group by 1, 2
      on conflict (payroll_id, partner) do update set item_count = f.item_count + excluded.item_count,
        total_vnd = f.total_vnd + excluded.total_vnd, revision = f.revision + 1, updated_at = excluded.updated_at""";

  private static final String LOWER_NEED = """
      update funding_need f set item_count = f.item_count - g.items, total_vnd = f.total_vnd - g.dong, revision = f.revision + 1,
        updated_at = :now
      from (select current_payroll_id, payout_partner, count(*) as items, sum(amount_vnd) as dong from moved
        where to_state = 'PAID' and payout_from <> 'CARRIED_OVER' and payout_partner <> partner group by 1, 2) g
      where f.payroll_id = g.current_payroll_id and f.partner = g.payout_partner""";

  private static final String END_HOLDS = """
      update case_record set state = 'CLOSED', closed_at = :now, closed_by = 'hub', resolution = 'đối tác báo đã chi', version = version + 1
      where kind = 'PAYOUT_HELD' and state = 'OPEN' and subject in (select 'payout:' || payout_id from moved
        where to_state = 'PAID' and payout_from = 'HELD')""";

  private static final String ERRORS_RECOVERED =
      "select distinct payout_id from moved where from_state = 'PAID_IN_ERROR' and to_state = 'RETURNED'";

  private static final String CASES = """
      insert into case_record (kind, subject, partner, file_id, line_no, evidence, amount_vnd, state, opened_at, due_at)
      select k.kind, 'payout:' || m.payout_id, m.partner, :file, m.line_no,
        format('%s: mã chi trả %s, đang ở %s, đối tác báo %s', k.words, m.end_to_end_id, m.from_state, m.reported), m.amount_vnd, 'OPEN',
          :now,
        :now::timestamptz + interval '1 day'
      from moved m join (values ('PAID_UNEXPECTEDLY', 'Đã chi khi chưa gửi'), ('STATUS_CONTRADICTS', 'Trả lời trái với điều đã biết'),
        ('PAID_IN_ERROR', 'Đã chi cho khoản không còn ở kênh này')) k (kind, words)
        on k.kind = case when m.to_state = 'PAID_IN_ERROR' then 'PAID_IN_ERROR' when m.concern = 'UNEXPECTED' then 'PAID_UNEXPECTEDLY'
          when m.concern = 'CONTRADICTS' then 'STATUS_CONTRADICTS' end
      on conflict (kind, subject, coalesce(file_id, 0), coalesce(line_no, 0)) where state = 'OPEN' do nothing""";

  private final NamedParameterJdbcTemplate named;
  private final JdbcTemplate jdbc;
  private final FreezeSuccessors freezeSuccessors;
  private final DuplicatePayments duplicates;
  private final PaidInError errors;
  private final Clock businessClock;

  JdbcPaymentMoves(NamedParameterJdbcTemplate named, FreezeSuccessors freezeSuccessors, DuplicatePayments duplicates, PaidInError errors,
      Clock businessClock) {
    this.named = named;
    this.jdbc = named.getJdbcTemplate();
    this.freezeSuccessors = freezeSuccessors;
    this.duplicates = duplicates;
    this.errors = errors;
    this.businessClock = businessClock;
  }

  @Override
  public void judgeByFile(long fileId, boolean provisional) {
    if (!provisional) {
      duplicates.judge(values(fileId));
    }
    duplicates.openContradictions(values(fileId));
  }

  private MapSqlParameterSource values(long fileId) {
    return new MapSqlParameterSource("now", Timestamp.from(businessClock.instant()))
        .addValue("today", Date.valueOf(LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM))).addValue("file", fileId);
  }

  @Override
  public int applyProvisional(int round) {
    jdbc.update("update staged_status s set effect = 'APPLIED' from payment l where l.payment_id = s.payment_id and s.ordinal = ? and"
        + " s.effect is null" + " and l.state in ('SENT', 'ACCEPTED')", round);
    return jdbc.update("""
        update payment set state = 'ACCEPTED', updated_at = ?,
          provisional = case s.reported when 'PAID' then 'PAID' when 'ACCEPTED' then null else 'UNPAID' end
        from staged_status s where s.payment_id = payment.payment_id and s.ordinal = ? and s.effect = 'APPLIED'
          and payment.state in ('SENT', 'ACCEPTED')""",
        Timestamp.from(businessClock.instant()), round);
  }

  @Override
  public int applyFinal(int round, long fileId) {
    jdbc.query("select 1 from payment join staged_status using (payment_id) where ordinal = ? and effect is null order by payment_id for"
        + " update of payment", rs -> { }, round);
    jdbc.query("select 1 from payout p join payment using (payout_id) join staged_status using (payment_id) where ordinal = ? and effect"
        + " is null" + " order by p.payout_id for update of p", rs -> { }, round);
    jdbc.query(NO_CLOSE, rs -> { }, round);
    jdbc.execute("drop table if exists moved");
    jdbc.execute(FIND.formatted(PaymentTransitions.asSqlValues(), round));
    jdbc.execute("analyze moved");
    MapSqlParameterSource now = values(fileId);
    int moved = named.update(MOVE_PAYMENTS, now);
    named.update(MOVE_PAYOUTS, now);
    named.update(BOOK, now);
    named.update(STATE_RESULTS, now);
    named.update(RAISE_NEED, now);
    named.update(LOWER_NEED, now);
    named.update(END_HOLDS, now);
    errors.settled(jdbc.queryForList(ERRORS_RECOVERED, Long.class), "khoản chi nhầm đã trả về");
    named.update(CASES, now);
    freezeSuccessors.afterRound(now);
    jdbc.update("update staged_status s set effect = case when m.to_state is not null then 'APPLIED' when m.concern = 'CONTRADICTS' then"
        + " 'CONTRADICTS' else 'NO_CHANGE' end from moved m where m.line_no = s.line_no and m.payment_id = s.payment_id and s.effect is"
        + " null");
    jdbc.update("update staged_status set effect = 'NO_CHANGE' where ordinal = ? and effect is null", round);
    return moved;
  }
}
