-- The payouts that the given lines made, and whether each waits for its revival.
select p.payroll_id, p.line_no, p.payout_id, p.entitlement_id, p.programme, p.kind, p.for_from, p.for_to, p.amount_vnd,
  p.state = 'CARRIED_OVER' as waiting
from unnest(:payrolls::varchar[], :lines::int[]) as named (payroll_id, line_no)
join payout p on p.payroll_id = named.payroll_id and p.line_no = named.line_no
