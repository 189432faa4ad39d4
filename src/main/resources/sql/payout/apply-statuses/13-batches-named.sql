-- Batches in which named payments travel: the partner has them.
select distinct batch_id from payment join staged_status using (payment_id) where batch_id = about_batch_id
