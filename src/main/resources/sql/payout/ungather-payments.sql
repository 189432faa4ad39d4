-- BATCHED → PLANNED for all payments, before the open batches are cancelled.
update payment set state = 'PLANNED', batch_id = null, batch_line = null, updated_at = :now
where state = 'SENT' and batch_id in (select batch_id from open_batch)
