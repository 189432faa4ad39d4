-- A commune's newest months by programme, as the sums over the months of the province: of a closed month the kept sums, of an open one its
-- payouts, by the payrolls of the commune.
with month as (
  select distinct p.programme, p.period
  from payroll p
  where p.commune_code = :commune and p.state not in ('CANCELLED', 'REFUSED', 'HELD')
    and p.period in (select distinct period from payroll where commune_code = :commune and state not in ('CANCELLED', 'REFUSED', 'HELD')
      order by period desc limit :most)),
open_month as (
  select m.programme, m.period from month m
  where not exists (select from period_close c where c.programme = m.programme and c.period = m.period))
select s.period, s.programme, true as closed, s.account_count, s.account_vnd, s.paid_count, s.paid_vnd,
  s.paid_count - s.account_count as cash_count
from month m join cashless_share s on s.programme = m.programme and s.period = m.period and s.commune_code = :commune
union all
select m.period, m.programme, false, n.account_count, n.account_vnd, n.paid_count, n.paid_vnd, n.cash_count
from open_month m cross join lateral (
  select count(*) filter (where o.state = 'PAID' and o.channel = 'BANK') as account_count,
    coalesce(sum(o.amount_vnd) filter (where o.state = 'PAID' and o.channel = 'BANK'), 0)::bigint as account_vnd,
    count(*) filter (where o.state = 'PAID') as paid_count,
    coalesce(sum(o.amount_vnd) filter (where o.state = 'PAID'), 0)::bigint as paid_vnd,
    count(*) filter (where o.state in ('OPEN', 'HELD', 'PAID') and o.channel <> 'BANK') as cash_count,
    count(*) as payouts
  from payroll p join payout o on o.current_payroll_id = p.payroll_id
  where p.commune_code = :commune and p.programme = m.programme and p.period = m.period) n
where n.payouts > 0
order by 1, 2
