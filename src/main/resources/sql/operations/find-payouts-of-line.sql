-- Payouts that a payroll's line made or revived, archived ones too.
select payout_id
from payout
where (payroll_id = :payroll and line_no = :line) or (current_payroll_id = :payroll and current_line_no = :line)
union
select payout_id
from archived_payout
where (payroll_id = :payroll and line_no = :line) or (current_payroll_id = :payroll and current_line_no = :line)
