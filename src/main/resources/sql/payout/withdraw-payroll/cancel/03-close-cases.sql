-- Closes the cases about its payouts.
select close_cases(array['PAYOUT_HELD'], 'payout:' || payout_id, :now, 'cơ quan đã rút bảng')
from payout where current_payroll_id = :payroll
