-- The payouts of a payroll behind a line.
select payout_id, current_line_no as line_no, beneficiary_name, payee_name, kind, for_from, for_to, amount_vnd, channel, partner, state,
  case when state = 'HELD' then hold_reason end as hold_reason
from payout
where current_payroll_id = :payroll and current_line_no > :after
order by current_line_no
limit :most
