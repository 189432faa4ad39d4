-- Holds a payout without a possible channel for a person.
update payout set state = 'HELD', hold_reason = :reason, partner = null, updated_at = :now where payout_id = :payout and state = 'OPEN'
