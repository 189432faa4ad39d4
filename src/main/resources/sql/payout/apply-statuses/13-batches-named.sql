-- Batches in which named payments travel: the partner has them.
select distinct payment_batch_id from staged_status where payment_batch_id = about_batch_id
