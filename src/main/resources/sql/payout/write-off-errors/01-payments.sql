-- Writes off the payments in error of the payout. The funding account keeps them, for the money did leave.
update payment set written_off_at = :now, updated_at = :now
where payout_id = :payout and state = 'PAID_IN_ERROR' and written_off_at is null
