-- Lines that made no payout although nothing was wrong with them: their key was taken. They are found first; who took the key is then
-- looked up for these few.
with missing as materialized (
  select t.line_no, t.amount_vnd, t.entitlement_id, t.kind, t.for_from, t.for_to from taken_line t
  where t.line_no in (
    select line_no from taken_line where reason_code is null and carried_payout_id is null
    except select line_no from payout where payroll_id = :payroll))
insert into payroll_refusal (payroll_id, line_no, amount_vnd, reason_code, reason_text)
select :payroll, t.line_no, t.amount_vnd,
  case when same.line_no is null then 'MONTH_ALREADY_PAID' else 'DUPLICATE' end,
  case when same.line_no is null
    then format('Tháng %s đã có khoản chi của cùng chế độ (%s).', shared.months, shared.lines)
    else format('Trùng với dòng %s của bảng %s: cùng chế độ, cùng loại, cùng tháng %s.', same.line_no, same.payroll_id,
      to_char(t.for_from, 'MM/YYYY') || case when t.for_to > t.for_from then to_char(t.for_to, '" đến "MM/YYYY') else '' end) end
from missing t
left join lateral (
  select p.payroll_id, p.line_no
  from (select payout_id, payroll_id, line_no, kind, for_from, for_to from payout
      where entitlement_id = t.entitlement_id and not key_freed   -- by that index, whatever the statistics say
    union all
    select payout_id, payroll_id, line_no, kind, for_from, for_to from archived_payout
      where entitlement_key = md5(t.entitlement_id)::uuid offset 0) p
  where p.kind = t.kind and p.for_from = t.for_from and p.for_to = t.for_to
  order by p.payout_id
  limit 1) same on true
left join lateral (
  select string_agg(to_char(first, 'MM/YYYY') || case when last > first then to_char(last, '" đến "MM/YYYY') else '' end, ', '
      order by first) as months,
    string_agg(format('bảng %s, dòng %s', payroll_id, line_no), '; ' order by first) as lines
  from (
    select p.payroll_id, p.line_no, greatest(p.for_from, t.for_from) as first, least(p.for_to, t.for_to) as last
    from (select payroll_id, line_no, kind, for_from, for_to from payout
        where entitlement_id = t.entitlement_id and not key_freed
      union all
      select payroll_id, line_no, kind, for_from, for_to from archived_payout
        where entitlement_key = md5(t.entitlement_id)::uuid offset 0) p
    where p.kind = 'REGULAR'
      and daterange(p.for_from, p.for_to, '[]') && daterange(t.for_from, t.for_to, '[]')) overlap) shared on t.kind = 'REGULAR'
