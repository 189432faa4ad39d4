-- The same where the first PAID stands in the same message: it counts, and the others are second bookings unless they are the same one.
with several as (
  select payment_id from staged_status where reported = 'PAID' and effect is null
    and payment_state not in ('PAID', 'PAID_IN_ERROR', 'RETURNED')
  group by payment_id having count(*) > 1),
first as (
  select distinct on (s.payment_id) s.payment_id, s.line_no, s.about_batch_id, s.partner_ref, s.happened_on
  from several join staged_status s using (payment_id) where s.reported = 'PAID' and s.effect is null
  order by s.payment_id, s.line_no)
update staged_status s set effect = 'PAID_TWICE' from first f
where s.payment_id = f.payment_id and s.reported = 'PAID' and s.effect is null and s.line_no > f.line_no
  and s.about_batch_id <> f.about_batch_id
  and not (left(f.partner_ref, 140) is not distinct from left(s.partner_ref, 140) and f.happened_on is not distinct from s.happened_on
    and (s.partner_ref is not null or s.happened_on is not null))
