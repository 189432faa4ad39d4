-- Marks days on which a payment cannot have been paid: before its file was made, or after the answer came. The status counts all the same.
update staged_status s set day_impossible = true
from payment l
where l.payment_id = s.payment_id and s.reported = 'PAID' and (s.happened_on > :latest_day
  or s.happened_on < (coalesce((select b.built_at from batch b where b.batch_id = coalesce(s.about_batch_id, l.batch_id)), l.released_at)
    at time zone 'Asia/Ho_Chi_Minh')::date)
