-- Of a cash list before its close: which statuses count for now.
update staged_status s set effect = 'APPLIED'
from payment l
where l.payment_id = s.payment_id and s.ordinal = :round and s.effect is null and l.state in ('SENT', 'ACCEPTED')
