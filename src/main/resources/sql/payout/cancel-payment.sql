-- A payment that is in no batch ends.
update payment set state = 'CANCELLED', frozen = false, frozen_for_batch = null, reason_text = :reason, updated_at = :now
where payment_id = :payment
