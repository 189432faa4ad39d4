-- Marks days on which a payment cannot have been paid: before its file was made, or after the answer came; a day that no calendar has is
-- marked already. The status counts all the same.
update staged_status s set day_impossible = true
where s.payment_id is not null and s.reported = 'PAID' and (s.happened_on > :latest_day
  or s.happened_on < (coalesce((select b.built_at from batch b where b.batch_id = coalesce(s.about_batch_id, s.payment_batch_id)),
    s.released_at) at time zone 'Asia/Ho_Chi_Minh')::date)
