-- A send that a dead process began is in doubt, and due at once.
update batch
set state = 'IN_DOUBT', retry_at = :now, version = version + 1
where state = 'SENDING'
