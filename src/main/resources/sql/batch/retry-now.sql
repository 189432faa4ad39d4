-- What waits to be sent is due at once, but for what waits for a person.
update batch
set retry_at = :now
where state in ('BUILT', 'IN_DOUBT') and retry_at is not null
