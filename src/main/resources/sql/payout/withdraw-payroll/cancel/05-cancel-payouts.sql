-- Cancels the payroll's other payouts and frees their keys.
update payout set state = 'CANCELLED', key_freed = true, hold_reason = null, updated_at = :now where current_payroll_id = :payroll
