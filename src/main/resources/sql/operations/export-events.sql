-- Every event of the audit trail in order, with the hash of the one before it and its own.
select audit_id, at, actor, action, subject, reason, detail, prev_hash, hash
from audit_event
order by audit_id
