-- Handed over: one entry for each partner of the payroll, over the payouts that it made and planned. Held ones, at partner none, and revived
-- ones have an entry of their own: carried in where the line revives a payout. A revived payout that an old payment paid before it was
-- planned stood at no partner; the payment moved it from there.
with planned as (
  select p.period, coalesce(l.partner, 'none') as partner, p.programme, p.payout_id, l.payment_id, p.amount_vnd,
    (p.payroll_id, p.line_no) = (p.current_payroll_id, p.current_line_no) as made_here
  from payout p left join payment l on l.payout_id = p.payout_id and l.attempt = p.attempt and l.state = 'PLANNED'
  where p.current_payroll_id = :payroll and p.state in ('OPEN', 'HELD', 'PAID'))
insert into booking (period, partner, programme, column_name, payroll_id, payout_id, payment_id, item_count, amount_vnd, booked_on)
select period, partner, programme, 'HANDED_OVER', :payroll, null, null, count(*), sum(amount_vnd), :today::date
from planned where made_here and payment_id is not null
group by period, partner, programme
union all
select period, partner, programme, case when made_here then 'HANDED_OVER' else 'CARRIED_IN' end, null, payout_id, payment_id, 1,
  amount_vnd, :today::date
from planned where not (made_here and payment_id is not null)
