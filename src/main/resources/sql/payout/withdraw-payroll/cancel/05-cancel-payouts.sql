-- The others end; their keys are free.
update payout set state = 'CANCELLED', key_freed = true, hold_reason = null, updated_at = :now where current_payroll_id = :payroll
