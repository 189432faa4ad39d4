-- Periods whose report is due; reads small tables only, because it runs often. A programme of which nothing was accepted closes no month,
-- so it does not hinder the others.
with known as (
  select period from payroll where state in ('TAKEN', 'PLANNED', 'RELEASED') union select period from held_payroll
  union select period from settlement_touch),
now_is as (
  select k.period, k.period <= :latest as day_has_come, exists (select from settlement_touch t where t.period = k.period) as touched,
    exists (select from payroll p where p.period = k.period and p.state not in ('CANCELLED', 'REFUSED'))
      and not exists (select from payroll p where p.period = k.period and p.state not in ('CANCELLED', 'REFUSED')
        and not exists (select from period_close c where c.programme = p.programme and c.period = p.period)) as closed,
    (select r.kind from settlement_report r where r.period = k.period order by r.report_id desc limit 1) as newest
  from known k)
select period from now_is where (day_has_come or closed)
  and (newest is null or touched or closed and newest = 'INTERIM')
order by period
