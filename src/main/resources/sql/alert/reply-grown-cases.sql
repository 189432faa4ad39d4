-- An update in the thread of every case that payouts joined after its newest mail, when the first of them waited long enough.
with touched as (
  select g.case_id, s.thread_id, s.role, s.kind, s.escalated_level as level
  from case_grown g join alert_state s using (case_id) where g.since <= :gathered),
-- In the thread where there is one, else one mail to the role for all.
seen as (
  select t.*, f.case_id as single from touched t join mail f on f.mail_id = t.thread_id),
threads as (
  select role, count(distinct thread_id) as n from seen group by role),
lot as (
  select s.*, case when t.n = 1 then s.thread_id end as own from seen s join threads t using (role)),
reply as (
  insert into mail (event, role, case_id, thread_id, level, created_at, next_try_at)
  select 'GROWN', role, case when own is not null then single end, own, max(level), :wall, :wall
  from lot group by role, own, case when own is not null then single end
  returning mail_id, role)
insert into mail_case (mail_id, case_id, event)
select w.mail_id, l.case_id, 'GROWN' from reply w join lot l using (role)
