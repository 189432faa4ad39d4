-- The payouts of the newest months that are not closed, by month, channel and partner: all, at the partner, paid, not to be paid any more,
-- and still in the hub. Each month's rows by the index on (period, programme); the newest payment only where the payout is open, by its key.
with month as (
  select programme, period
  from payroll p
  where state not in ('CANCELLED', 'REFUSED', 'HELD') and period in (
      select distinct period from payroll where state not in ('CANCELLED', 'REFUSED', 'HELD') order by period desc limit :most)
    and not exists (select from period_close c where c.programme = p.programme and c.period = p.period)
  group by programme, period)
select o.period, o.channel, o.partner,
  count(*) as planned_count, sum(o.amount_vnd)::bigint as planned_vnd,
  count(*) filter (where l.at_partner) as sent_count, coalesce(sum(o.amount_vnd) filter (where l.at_partner), 0)::bigint as sent_vnd,
  count(*) filter (where o.state = 'PAID') as paid_count,
  coalesce(sum(o.amount_vnd) filter (where o.state = 'PAID'), 0)::bigint as paid_vnd,
  count(*) filter (where o.state not in ('OPEN', 'HELD', 'PAID')) as unpaid_count,
  coalesce(sum(o.amount_vnd) filter (where o.state not in ('OPEN', 'HELD', 'PAID')), 0)::bigint as unpaid_vnd
from month m
  cross join lateral (select p.period, p.channel, p.partner, p.amount_vnd, p.state, p.payout_id, p.attempt from payout p
    where p.period = m.period and p.programme = m.programme offset 0) o
  left join lateral (
    select n.state in ('SENT', 'ACCEPTED') and n.batch_id not in (select batch_id from open_batch) as at_partner from payment n
    where o.state = 'OPEN' and n.payout_id = o.payout_id and n.attempt = o.attempt limit 1) l on true
group by o.period, o.channel, o.partner
order by o.period desc, o.channel nulls last, o.partner nulls last
