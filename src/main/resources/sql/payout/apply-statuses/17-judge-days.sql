-- Marks days on which a payment cannot have been paid: before its file was made, or after the answer came; a day that no calendar has is
-- marked already. The status counts all the same. The few files that the lines are about are read once, not once a line.
with about as materialized (
  select b.batch_id, b.built_at from batch b where b.batch_id in (
    select coalesce(s.about_batch_id, s.payment_batch_id) from staged_status s where s.payment_id is not null and s.reported = 'PAID'))
update staged_status s set day_impossible = true
where s.payment_id is not null and s.reported = 'PAID' and (s.happened_on > :latest_day
  or s.happened_on < (coalesce((select a.built_at from about a where a.batch_id = coalesce(s.about_batch_id, s.payment_batch_id)),
    s.released_at) at time zone 'Asia/Ho_Chi_Minh')::date)
