-- Handed over, or carried in where the line revives a payout. A revived payout that an old payment paid before it was planned stood
-- at no partner; the payment moved it from there.
insert into booking (period, partner, programme, column_name, payout_id, payment_id, item_count, amount_vnd, booked_on)
select p.period, coalesce(l.partner, 'none'), p.programme,
  case when (p.payroll_id, p.line_no) = (p.current_payroll_id, p.current_line_no) then 'HANDED_OVER' else 'CARRIED_IN' end,
  p.payout_id, l.payment_id, 1, p.amount_vnd, :today
from payout p left join payment l on l.payout_id = p.payout_id and l.attempt = p.attempts and l.state = 'PLANNED'
where p.current_payroll_id = :payroll and p.state in ('OPEN', 'HELD', 'PAID')
