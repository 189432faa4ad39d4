-- Cancels the planned payment of a payout whose payroll was withdrawn.
update payment set state = 'CANCELLED', frozen = false, frozen_for_batch = null, reason_code = 'WITHDRAWN', updated_at = :now
where payout_id = :payout and state = 'PLANNED'
