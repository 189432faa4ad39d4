-- Batches of the partner of which persons recorded an outcome.
select distinct s.about_batch_id from payment_status s join batch b on b.batch_id = s.about_batch_id
where s.file_id is null and b.partner = :partner
