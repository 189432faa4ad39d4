-- Cancels a planned payment. The caller made sure that it is in no batch.
update payment set state = 'CANCELLED', frozen = false, frozen_for_batch = null, reason_text = :reason, updated_at = :now
where payment_id = :payment
