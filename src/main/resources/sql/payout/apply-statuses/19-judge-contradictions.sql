-- Several lines of one file about one payment. The same twice is once; in progress beside a final status contradicts nothing; PAID beside
-- RETURNED is RETURNED; PAID beside REJECTED or UNCOLLECTED is PAID and a case, in either order. Any other contradiction opens a case, and
-- none of its lines counts. The first line with the counting status is left to be applied, of PAID the first one of each file of ours; a
-- payment that was paid and came back is paid first.
with received as (
  select payment_id, bool_or(reported = 'PAID' and effect is null) as paid, bool_or(reported = 'RETURNED'
    and effect is null) as returned,
    bool_or(reported = 'REJECTED' and effect is null) as rejected, bool_or(reported = 'UNCOLLECTED'
      and effect is null) as uncollected,
    bool_or(effect is not null and reported in ('PAID', 'UNKNOWN')) as doubtful
  from staged_status where payment_id is not null group by payment_id having count(*) > 1),
ruled as (
  select payment_id, case
      when (paid or returned) and (rejected or uncollected) then case when not returned then 'PAID' end
      when returned then 'RETURNED'
      when paid then 'PAID'
      when rejected and uncollected or (rejected or uncollected) and doubtful then null
      when rejected then 'REJECTED'
      when uncollected then 'UNCOLLECTED'
      else 'ACCEPTED' end as counts,
    (paid or returned) and (rejected or uncollected) or not paid and not returned and (rejected and uncollected
      or (rejected or uncollected) and doubtful) as contradicted
  from received),
kept as (
  select r.payment_id, min(s.line_no) as line_no from ruled r join staged_status s on s.payment_id = r.payment_id and s.effect is null
    and (s.reported = r.counts or s.reported = 'PAID' and r.counts = 'RETURNED')
  group by r.payment_id, s.reported, case when s.reported = 'PAID' then s.about_batch_id end)
update staged_status s set effect = case when r.contradicted and s.reported not in ('ACCEPTED', coalesce(r.counts, ''))
  then 'CONTRADICTS'
  else 'NO_CHANGE' end
from ruled r
where s.payment_id = r.payment_id and s.effect is null and not exists (
  select from kept k where k.payment_id = s.payment_id and k.line_no = s.line_no)
