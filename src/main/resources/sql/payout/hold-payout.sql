-- A payout that has nowhere to go waits for a person.
update payout set state = 'HELD', hold_reason = :reason, partner = null, updated_at = :now where payout_id = :payout and state = 'OPEN'
