-- Marks the entries of days on which both sides agree, and only those.
update statement_entry e set matched = d.reported_vnd = d.debited_vnd
from statement s, statement_debit d
where s.statement_id = e.statement_id and s.state = 'CHAINED' and d.batch_id = e.batch_id and d.day = s.day
  and e.batch_id = any (:batches) and e.matched <> (d.reported_vnd = d.debited_vnd)
