-- The newest months of each programme: taken payrolls, accepted lines, and when it was closed.
select p.period, p.programme, count(*) as payrolls, sum(p.accepted_count) as items, sum(p.accepted_vnd)::bigint as dong,
  (select c.closed_at from period_close c where c.programme = p.programme and c.period = p.period) as closed_at
from payroll p
where p.state not in ('CANCELLED', 'REFUSED') and p.period in (select distinct period from payroll order by period desc limit :most)
group by p.period, p.programme
order by p.period desc, p.programme
