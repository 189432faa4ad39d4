-- Locks the payroll's payouts.
select 1 from payout where current_payroll_id = :payroll order by payout_id for no key update
