-- Locks the payroll's payouts.
select payout_id from payout where current_payroll_id = :payroll order by payout_id for update
