-- Where the payment did not travel in that file, and it was not refused: its present file, and where it has none the last one that
-- came back.
update staged_status s set file_stated = false, about_batch_id = coalesce(
  (select p.batch_id from batch p where p.batch_id = l.batch_id and p.seq is not null), l.came_back_from, s.about_batch_id)
from payment l
where l.payment_id = s.payment_id
  and not exists (select from batch b where b.batch_id = s.about_batch_id and (b.batch_id = l.batch_id or b.state = 'REFUSED'))
