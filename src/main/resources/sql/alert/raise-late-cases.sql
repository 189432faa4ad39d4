-- Raises the level of every case that passed a deadline and answers its thread; before the n-th passed deadline the level is n - 1.
with touched as (
  update alert_state a set escalated_level = l.level
  from (
    select s.case_id, (select count(*) from unnest(:passed::timestamptz[]) as passed where c.due_at <= passed) as level
    from alert_state s join case_record c using (case_id)
    where s.closed_notified_at is null and c.state = 'OPEN'
      and (select count(*) from unnest(:passed::timestamptz[]) as passed where c.due_at <= passed) > s.escalated_level) l
  where l.case_id = a.case_id
  returning a.case_id, a.thread_id, a.role, a.kind, a.escalated_level as level),
-- In the thread where there is one, else one mail to the role for all. Nothing where the first mail still waits.
seen as (
  select t.*, f.case_id as single from touched t join mail f on f.mail_id = t.thread_id where f.state in ('SENT', 'SENDING')),
threads as (
  select role, count(distinct thread_id) as n from seen group by role),
lot as (
  select s.*, case when t.n = 1 then s.thread_id end as own from seen s join threads t using (role)),
reply as (
  insert into mail (event, role, case_id, thread_id, level, created_at, next_try_at)
  select 'LATE', role, case when own is not null then single end, own, max(level), :wall, :wall
  from lot group by role, own, case when own is not null then single end
  returning mail_id, role)
insert into mail_case (mail_id, case_id, event)
select w.mail_id, l.case_id, 'LATE' from reply w join lot l using (role)
