-- Payments to people about whom the agency's data changed end, and leave their open batches.
update payment set state = 'CANCELLED', batch_id = null, batch_line = null, reason_code = o.reason, reason_text = o.sentence,
  updated_at = :now
from unnest(:payments, :reasons, :sentences) o (payment_id, reason, sentence)
where o.payment_id = payment.payment_id and not payment.frozen
  and (payment.state = 'PLANNED' or payment.state = 'SENT' and payment.batch_id in (select batch_id from open_batch))
