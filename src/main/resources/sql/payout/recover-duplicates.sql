-- Duplicates whose money came back: each has its credit.
update duplicate_payment d set entry_id = c.entry_id, outcome = 'RECOVERED', settled_at = coalesce(d.settled_at, :now)
from unnest(:duplicates, :entries) c (duplicate_id, entry_id)
where c.duplicate_id = d.duplicate_id and (d.outcome is null or d.outcome = 'RECOVERED')
