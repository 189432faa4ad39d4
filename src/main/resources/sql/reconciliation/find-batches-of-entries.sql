-- Finds the batches of file entries that have none yet; gives those batches.
update statement_entry e set batch_id = b.batch_id from statement s, batch b
where s.statement_id = e.statement_id and s.state = 'CHAINED' and s.partner = :partner and e.kind = 'FILE' and not e.matched
  and e.batch_id is null and b.partner = s.partner and b.kind = 'PAYMENT' and b.folder = '' and b.seq = e.seq
returning e.batch_id
