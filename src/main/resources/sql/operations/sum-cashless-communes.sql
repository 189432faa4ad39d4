-- One month by commune and programme, as the sums over the months: of a closed month the kept sums, of an open one its payouts.
with open_month as (
  select distinct p.programme from payroll p
  where p.period = :period and p.state not in ('CANCELLED', 'REFUSED', 'HELD')
    and not exists (select from period_close c where c.programme = p.programme and c.period = p.period))
select commune_code, programme, account_count, account_vnd, paid_count, paid_vnd, paid_count - account_count as cash_count
from cashless_share where period = :period
union all
select o.commune_code, o.programme, count(*) filter (where o.state = 'PAID' and o.channel = 'BANK'),
  coalesce(sum(o.amount_vnd) filter (where o.state = 'PAID' and o.channel = 'BANK'), 0)::bigint,
  count(*) filter (where o.state = 'PAID'), coalesce(sum(o.amount_vnd) filter (where o.state = 'PAID'), 0)::bigint,
  count(*) filter (where o.state in ('OPEN', 'HELD', 'PAID') and o.channel <> 'BANK')
from open_month m join payout o on o.period = :period and o.programme = m.programme
group by o.commune_code, o.programme
order by 1, 2
