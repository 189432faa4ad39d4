-- Second bookings are kept. A return of the first booking that came before the second one moved nothing then; it is the return of
-- one of the two. The first booking may stand in the same message. One return recovers one booking.
insert into duplicate_payment (payment_id, batch_id, file_id, amount_vnd, paid_on, partner_ref, found_at, outcome, settled_at)
select s.payment_id, s.about_batch_id, :file, s.amount_vnd, coalesce(case when not s.day_impossible then s.happened_on end, :arrived),
  left(s.partner_ref, 140), :now,
  case when r.before then 'RECOVERED' end, case when r.before then :now::timestamptz end
from staged_status s cross join lateral (select coalesce(
  (select f.about_batch_id from payment_status f where f.payment_id = s.payment_id and f.reported = 'PAID' and f.effect = 'APPLIED'
      and not f.provisional
    order by f.payment_status_id desc limit 1),
  (select t.about_batch_id from staged_status t where t.payment_id = s.payment_id and t.reported = 'PAID' and t.effect is null))
  as batch_id) first
cross join lateral (select not exists (select from staged_status t where t.payment_id = s.payment_id and t.effect = 'PAID_TWICE'
    and t.line_no < s.line_no)
  and (exists (select from payment_status f where f.payment_id = s.payment_id and f.reported = 'RETURNED' and f.effect = 'REFUSED_FILE'
      and f.about_batch_id = first.batch_id)
    or exists (select from staged_status t where t.payment_id = s.payment_id and t.effect = 'RECOVERED')) as before) r
where s.effect = 'PAID_TWICE'
on conflict (payment_id, batch_id) do nothing
