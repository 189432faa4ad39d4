-- Refused files that the lines are about.
select distinct batch_id from staged_status join batch on batch_id = about_batch_id where batch.state = 'REFUSED' order by 1
