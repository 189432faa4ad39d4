-- Reasons that keep each month of a programme open, or one month, by code; the console puts them into words, with how each is ended.
-- Payouts are looked for month by month and list by list, so that closed months cost nothing.
with month as (
  select programme, period, max(pay_until) filter (where state in ('TAKEN', 'PLANNED', 'RELEASED')) as pay_until,
    count(*) filter (where state in ('TAKEN', 'PLANNED')) as unreleased, coalesce(sum(accepted_count), 0) as accepted
  from payroll p
  where state <> 'CANCELLED' and (:period::date is null or period = :period::date)
    and not exists (select from period_close c where c.programme = p.programme and c.period = p.period)
  group by programme, period),
reason (programme, period, rank, what, about, commune, items, dong) as (
  select programme, period, 1, 'TOTALS', payroll_id::text, commune_code::text, item_count::bigint, total_vnd from held_payroll
  where :period::date is null or period = :period::date
  union all
  select programme, period, 2, 'UNRELEASED', unreleased::text, null, null, null from month where unreleased > 0
  union all
  select m.programme, m.period, 3, o.state, null, null, o.items, o.dong
  from month m cross join lateral (select p.state, count(*) as items, sum(p.amount_vnd) as dong from payout p
    where p.programme = m.programme and p.period = m.period and p.state in ('OPEN', 'HELD') group by p.state) o
  union all
  select o.programme, o.period, 4, 'LIST', string_agg(distinct b.file_name, ', '), null, count(*), sum(o.amount_vnd)
  from batch b
    cross join lateral (select n.payout_id from payment n where n.batch_id = b.batch_id offset 0) l
    cross join lateral (select p.programme, p.period, p.amount_vnd from payout p where p.payout_id = l.payout_id offset 0) o
    join month m on m.programme = o.programme and m.period = o.period
  where b.folder <> '' and not b.list_closed group by o.programme, o.period
  union all
  select programme, period, 5, 'DIFFERENCE', null, null, null, null from month
  where exists (select from case_record c where c.kind = 'SETTLEMENT_DIFFERENCE' and c.state = 'OPEN'
    and c.subject = 'period:' || to_char(period, 'YYYY-MM') || '/' || programme)
  union all
  select programme, period, 6, 'PAY_DAYS', to_char(pay_until, 'DD/MM/YYYY'), null, null, null from month
  where pay_until >= :today
  union all
  select programme, period, 7, 'NOTHING', null, null, null, null from month where accepted = 0)
select to_char(period, 'MM/YYYY') as "kỳ", programme as "chương trình", what as "vì sao", about as "cụ thể",
  commune as "xã", items as "số khoản",
  to_char(dong, 'FM999,999,999,999,990') as "đồng"
from reason order by period, programme, rank, about limit 200
