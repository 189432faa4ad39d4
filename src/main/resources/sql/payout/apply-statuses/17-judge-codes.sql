-- Nor does a code that nobody knows.
update staged_status set effect = 'CODE_UNKNOWN' where payment_id is not null and effect is null and reported = 'UNKNOWN'
