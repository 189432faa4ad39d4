-- Of a cash list before its close: the payment is accepted, with a provisional mark.
update payment set state = 'ACCEPTED', updated_at = :now,
  provisional = case s.reported when 'PAID' then 'PAID' when 'ACCEPTED' then null else 'UNPAID' end
from staged_status s
where s.payment_id = payment.payment_id and s.ordinal = :round and s.effect = 'APPLIED' and payment.state in ('SENT', 'ACCEPTED')
