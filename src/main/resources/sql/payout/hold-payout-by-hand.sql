-- A person holds a payout that has no payment.
update payout set state = 'HELD', hold_reason = :reason, updated_at = :now where payout_id = :payout
