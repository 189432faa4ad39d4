-- The payouts that the given lines made, and whether each waits for its revival; an archived one was paid and does not.
select p.payroll_id, p.line_no, p.payout_id, p.entitlement_id, p.programme, p.kind, p.for_from, p.for_to, p.amount_vnd,
  p.state = 'CARRIED_OVER' as waiting
from unnest(:payrolls::varchar[], :lines::int[]) as named (payroll_id, line_no)
join payout p on p.payroll_id = named.payroll_id and p.line_no = named.line_no
union all
select a.payroll_id, a.line_no, a.payout_id, '', a.programme, a.kind, a.for_from, a.for_to, a.amount_vnd, false
from unnest(:payrolls::varchar[], :lines::int[]) as named (payroll_id, line_no)
join archived_payout a on a.payroll_id = named.payroll_id and a.line_no = named.line_no
