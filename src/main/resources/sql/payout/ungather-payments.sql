-- BATCHED → PLANNED for all payments: no batch is open any more.
update payment set state = 'PLANNED', batch_id = null, batch_line = null, updated_at = :now where state = 'BATCHED'
