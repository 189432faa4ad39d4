-- Of a cash list before its close: which statuses count for now.
update staged_status set effect = 'APPLIED' where ordinal = :round and effect is null and payment_state in ('SENT', 'ACCEPTED')
