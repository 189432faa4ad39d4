-- A bank names any payment that is at it.
update staged_status s set payment_id = l.payment_id
from payment l
where l.end_to_end_id = s.end_to_end_id::bpchar and l.partner = :partner
