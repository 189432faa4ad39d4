-- Holds a payout for a person. The caller made sure that it has no payment.
update payout set state = 'HELD', hold_reason = :reason, updated_at = :now where payout_id = :payout
