-- A refused file rejects nothing and returns nothing while the payment travels in another.
update staged_status s set effect = 'REFUSED_FILE' from batch b
where b.batch_id = s.about_batch_id and b.state = 'REFUSED' and s.effect is null
  and (s.reported in ('ACCEPTED', 'REJECTED', 'UNCOLLECTED') or s.reported = 'RETURNED' and (s.payment_state in ('PLANNED', 'BATCHED')
    or exists (select from batch o where o.batch_id = s.payment_batch_id and o.batch_id <> b.batch_id and o.seq is not null)))
