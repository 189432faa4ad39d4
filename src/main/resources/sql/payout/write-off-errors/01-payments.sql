-- Money paid in error is given up; the funding account keeps it, for it did leave.
update payment set written_off_at = :now, updated_at = :now
where payout_id = :payout and state = 'PAID_IN_ERROR' and written_off_at is null
