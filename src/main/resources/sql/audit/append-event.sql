-- An event of the chain, with the hash of the one before it and its own.
insert into audit_event (audit_id, at, actor, action, subject, reason, detail, prev_hash, hash)
values (:number, :at, :actor, :action, :subject, :reason, :detail, :before, :hash)
