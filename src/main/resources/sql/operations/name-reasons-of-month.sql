-- The payrolls, payouts and lists that keep a month open, some of each reason, with the first open case about each (of a payout also about
-- its file). Of payouts and lists as many as are read of each reason, whichever come first.
with month as (
  select programme, period
  from payroll p
  where state <> 'CANCELLED' and period = :period and not exists (select from period_close c where c.programme = p.programme
    and c.period = p.period)
  group by programme, period),
named (programme, what, subject, name) as (
  select programme, 'TOTALS', 'payroll:' || payroll_id, payroll_id::text from held_payroll where period = :period
  union all
  select m.programme, 'UNRELEASED', 'payroll:' || u.payroll_id, u.payroll_id::text
  from month m cross join lateral (select p.payroll_id from payroll p
    where p.programme = m.programme and p.period = m.period and p.state in ('TAKEN', 'PLANNED') order by p.payroll_id limit :most) u
  union all
  select m.programme, s.state, 'payout:' || o.payout_id, null
  from month m cross join (values ('OPEN'), ('HELD')) s (state) cross join lateral (select p.payout_id from payout p
    where p.programme = m.programme and p.period = m.period and p.state = s.state limit :most) o
  union all
  select m.programme, 'LIST', 'batch:' || b.batch_id, b.file_name
  from month m cross join lateral (select b.batch_id, b.file_name from batch b
    where b.folder <> '' and not b.list_closed and (select true
      from (select n.payout_id from payment n where n.batch_id = b.batch_id offset 0) l
        cross join lateral (select p.programme, p.period from payout p where p.payout_id = l.payout_id offset 0) o
      where o.programme = m.programme and o.period = m.period limit 1)
    limit :most) b
  union all
  select programme, 'DIFFERENCE', 'period:' || to_char(period, 'YYYY-MM') || '/' || programme, null from month)
select n.programme, n.what, n.subject, n.name, c.case_id, c.kind
from named n left join lateral (
  select x.case_id, x.kind
  from (select o.case_id, o.kind from case_record o where o.subject = n.subject and o.state = 'OPEN'
    union all
    select o.case_id, o.kind from case_payout m join case_record o using (case_id)
    where m.payout_id = case when n.subject like 'payout:%' then substr(n.subject, 8)::bigint end and m.ended_at is null
      and o.state = 'OPEN'
    union all
    select o.case_id, o.kind from payment l join case_record o on o.subject = 'batch:' || l.batch_id and o.state = 'OPEN'
    where l.payout_id = case when n.subject like 'payout:%' then substr(n.subject, 8)::bigint end and l.batch_id is not null) x
  order by x.case_id limit 1) c on true
order by n.programme, n.what, n.name, n.subject
