-- Drops a status that an earlier answer to the same file of ours reported.
delete from staged_status s where exists (select from payment_status f where f.payment_id = s.payment_id and f.status_hash = s.status_hash)
