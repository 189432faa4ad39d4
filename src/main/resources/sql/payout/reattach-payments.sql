-- PLANNED, SENT or ACCEPTED → SENT for payments that left in a file which the database had forgotten: into that file's batch.
update payment set state = 'SENT', batch_id = o.batch_id, batch_line = o.batch_line, updated_at = :now
from payment_already_out o
where o.end_to_end_id = payment.end_to_end_id and payment.state in ('PLANNED', 'SENT', 'ACCEPTED')
returning payment.end_to_end_id
