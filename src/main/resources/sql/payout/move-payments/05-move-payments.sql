-- Payments take the state that the table gives.
update payment set state = m.to_state, provisional = null, updated_at = :now,
  batch_id = case when m.from_state = 'BATCHED' then null else payment.batch_id end,
  batch_line = case when m.from_state = 'BATCHED' then null else payment.batch_line end,
  paid_on = case when m.reported = 'PAID' then coalesce(m.happened_on, :arrived) else payment.paid_on end,
  received_by = coalesce(m.received_by, payment.received_by), partner_ref = coalesce(left(m.partner_ref, 140), payment.partner_ref),
  reason_code = case when m.reported = 'PAID' then null else left(coalesce(m.reason_code, m.code, payment.reason_code), 20) end,
  reason_text = case when m.reported = 'PAID' then null else coalesce(m.reason_text, payment.reason_text) end
from moved m where m.payment_id = payment.payment_id and m.to_state is not null
