-- Where the payment did not travel in that file, and it was not refused: its present file, and where it has none the last one that
-- came back.
update staged_status s set file_stated = false, about_batch_id = coalesce(
  (select p.batch_id from batch p where p.batch_id = s.payment_batch_id and p.seq is not null), s.came_back_from, s.about_batch_id)
where s.payment_id is not null
  and not exists (select from batch b where b.batch_id = s.about_batch_id and (b.batch_id = s.payment_batch_id or b.state = 'REFUSED'))
