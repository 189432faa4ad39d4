-- A cash list names its own payments only.
update staged_status s set payment_id = l.payment_id
from payment l
where l.end_to_end_id = s.end_to_end_id::bpchar and l.partner = :partner and l.batch_id = :batch
