-- PLANNED, SENT or ACCEPTED → SENT for payments that left in a file which the database had forgotten: into that file's batch, also out of an
-- open one, which a gathering that began before may have filled. The last condition is asked once, first: without such payments none are read.
update payment set state = 'SENT', batch_id = o.batch_id, batch_line = o.batch_line, updated_at = :now
from payment_already_out o
where o.end_to_end_id = payment.end_to_end_id and payment.state in ('PLANNED', 'SENT', 'ACCEPTED')
  and exists (select from payment_already_out)
returning payment.end_to_end_id
