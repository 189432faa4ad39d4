-- Revived payouts are carried over again. Before 05, for they stop being this payroll's payouts.
update payout p set state = 'CARRIED_OVER', hold_reason = null, current_payroll_id = was.payroll_id, current_line_no = was.line_no,
  commune_code = home.commune_code, pay_from = home.pay_from, pay_until = home.pay_until, period = went.period,
  partner = nullif(went.partner, 'none'), updated_at = :now
from payout q
join lateral (select r.payroll_id, r.line_no from payout_result r where r.payout_id = q.payout_id and r.outcome = 'CARRIED_OVER'
  and r.payroll_id <> :payroll order by r.updated_at desc limit 1) was on true
join payroll home on home.payroll_id = was.payroll_id
join lateral (select b.period, b.partner from booking b where b.payout_id = q.payout_id and b.column_name = 'CARRIED_OUT'
  order by b.booking_id desc limit 1) went on true
where q.payout_id = p.payout_id and p.current_payroll_id = :payroll and p.payroll_id <> :payroll
