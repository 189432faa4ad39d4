-- An update in the thread of every case that payouts joined after its newest mail, when the first of them waited long enough.
with touched as (
  select g.case_id, s.thread_id, s.role, s.kind, s.escalated_level as level
  from case_grown g join alert_state s using (case_id) where g.since <= :gathered),
-- One mail a thread; one a kind where many threads of one case each are touched.
seen as (
  select t.*, f.case_id as single, count(f.case_id) over (partition by t.role, t.kind) as n
  from touched t join mail f on f.mail_id = t.thread_id),
lot as (
  select *, case when single is null or n <= :many then thread_id end as own from seen),
reply as (
  insert into mail (event, role, case_id, case_kind, thread_id, level, created_at, next_try_at)
  select 'GROWN', role, case when own is not null then single end, case when own is null then kind end, own, max(level), :wall, :wall
  from lot group by role, own, case when own is not null then single end, case when own is null then kind end
  returning mail_id, role, thread_id, case_kind)
insert into mail_case (mail_id, case_id, event)
select w.mail_id, l.case_id, 'GROWN'
from reply w join lot l on l.own = w.thread_id or l.own is null and w.thread_id is null and l.kind = w.case_kind and l.role = w.role
