-- Drops a status that an earlier answer to the same file of ours reported. A negative one that comes again after the partner said paid is
-- no repetition: it contradicts. Looked up line by line, by index: the table grows faster than its statistics.
delete from staged_status s where (select true from payment_status f where f.payment_id = s.payment_id and f.status_hash = s.status_hash
  and not (f.reported in ('REJECTED', 'UNCOLLECTED') and not f.provisional and exists (select from payment_status p
    join payment l using (payment_id) where p.payment_id = f.payment_id and p.reported = 'PAID' and p.effect = 'APPLIED' and not p.provisional
      and p.payment_status_id > f.payment_status_id and l.state = 'PAID')) limit 1)
