-- BATCHED → SENT: they may be out there.
update payment set state = 'SENT', updated_at = :now where batch_id = :batch and state = 'BATCHED'
