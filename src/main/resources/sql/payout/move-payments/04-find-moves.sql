-- Finds what the table of transitions makes of each status of a round. Whether a month is closed is asked under the lock of 03.
create temporary table moved on commit drop as
select s.line_no, s.reported, case when not s.day_impossible then s.happened_on end as happened_on, s.received_by,
  s.partner_ref, s.reason_code, s.code, s.reason_text,
  l.payment_id, l.payout_id, l.attempt, l.partner, l.channel, l.end_to_end_id, l.amount_vnd, l.batch_id,
  l.current_state as from_state,
  case when p.state in ('OPEN', 'HELD', 'PAID', 'CARRIED_OVER') and not exists (select from payment o where o.payout_id = l.payout_id
      and o.payment_id <> l.payment_id and o.alive_or_paid)
    then t.to_state else t.to_when_taken end as to_state,
  t.concern, p.state as payout_from, p.programme, p.period, coalesce(p.partner, 'none') as payout_partner,
  p.current_payroll_id, p.current_line_no,
  c.period is not null as closed,
  case when c.period is null then p.period
    else (select (max(x.period) + interval '1 month')::date from period_close x where x.programme = p.programme) end as book_period
from staged_status s join current_payment l using (payment_id) join payout p on p.payout_id = l.payout_id
join payment_transition t on t.from_state = l.current_state and t.reported = s.reported
left join period_close c on c.programme = p.programme and c.period = p.period
where s.ordinal = :round and s.effect is null
