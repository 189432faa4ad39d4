-- Statuses of the round that the table does not name.
update staged_status set effect = 'NO_CHANGE' where ordinal = :round and effect is null
