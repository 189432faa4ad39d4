-- A status that was reported before, in an earlier answer to the same file of ours, is no news.
delete from staged_status s where exists (select from payment_status f where f.payment_id = s.payment_id and f.status_hash = s.status_hash)
