-- Marks statuses whose code nobody knows: they move nothing.
update staged_status set effect = 'CODE_UNKNOWN' where payment_id is not null and effect is null and reported = 'UNKNOWN'
