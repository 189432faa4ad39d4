-- Each programme's newest months: payouts paid into accounts, paid in all, and planned in cash. Of a closed month the kept sums; of an open
-- month its payouts, by the index on (period, programme).
with month as (
  select distinct p.programme, p.period
  from payroll p
  where p.state not in ('CANCELLED', 'REFUSED', 'HELD')
    and p.period in (select distinct period from payroll where state not in ('CANCELLED', 'REFUSED', 'HELD') order by period desc limit :most)),
open_month as (
  select m.programme, m.period from month m
  where not exists (select from period_close c where c.programme = m.programme and c.period = m.period))
select s.period, s.programme, true as closed, sum(s.account_count)::bigint as account_count, sum(s.account_vnd)::bigint as account_vnd,
  sum(s.paid_count)::bigint as paid_count, sum(s.paid_vnd)::bigint as paid_vnd, sum(s.paid_count - s.account_count)::bigint as cash_count
from month m join cashless_share s on s.programme = m.programme and s.period = m.period
group by s.period, s.programme
union all
select m.period, m.programme, false, n.account_count, n.account_vnd, n.paid_count, n.paid_vnd, n.cash_count
from open_month m cross join lateral (
  select count(*) filter (where o.state = 'PAID' and o.channel = 'BANK') as account_count,
    coalesce(sum(o.amount_vnd) filter (where o.state = 'PAID' and o.channel = 'BANK'), 0)::bigint as account_vnd,
    count(*) filter (where o.state = 'PAID') as paid_count,
    coalesce(sum(o.amount_vnd) filter (where o.state = 'PAID'), 0)::bigint as paid_vnd,
    count(*) filter (where o.state in ('OPEN', 'HELD', 'PAID') and o.channel <> 'BANK') as cash_count,
    count(*) as payouts
  from payout o where o.period = m.period and o.programme = m.programme) n
where n.payouts > 0
order by 1, 2
