-- Closes every mail thread of which all cases are closed, with a last mail in it.
with touched as (
  update alert_state a set closed_notified_at = :now
  where a.closed_notified_at is null and a.thread_id in (select thread_id from mail_thread_to_close)
  returning a.case_id, a.thread_id, a.role, a.kind, a.escalated_level as level),
-- One mail a thread; one a kind where many threads of one case each are touched. Nothing where the first mail still waits.
seen as (
  select t.*, f.case_id as single, count(f.case_id) over (partition by t.role, t.kind) as n
  from touched t join mail f on f.mail_id = t.thread_id where f.state in ('SENT', 'SENDING')),
lot as (
  select *, case when single is null or n <= :many then thread_id end as own from seen),
reply as (
  insert into mail (event, role, case_id, case_kind, thread_id, level, created_at, next_try_at)
  select 'CLOSED', role, case when own is not null then single end, case when own is null then kind end, own, max(level), :wall, :wall
  from lot group by role, own, case when own is not null then single end, case when own is null then kind end
  returning mail_id, role, thread_id, case_kind)
insert into mail_case (mail_id, case_id, event)
select w.mail_id, l.case_id, 'CLOSED'
from reply w join lot l on l.own = w.thread_id or l.own is null and w.thread_id is null and l.kind = w.case_kind and l.role = w.role
