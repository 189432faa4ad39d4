-- Makes waiting batches due at once, except those that wait for a person.
update batch
set retry_at = :now
where state in ('BUILT', 'IN_DOUBT') and retry_at is not null
