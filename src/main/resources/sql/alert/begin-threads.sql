-- The first mails: one a case, or one a kind where there are many; of the kinds that are mailed daily one for all together.
with untold as (
  select case_id, kind, role, kind = any (:daily::text[]) as daily from alert_state where thread_id is null),
counted as (
  select *, count(*) over (partition by role, daily, case when not daily then kind end) as n from untold),
grouped as (
  select *, case when n <= case when daily then 1 else :many end then case_id end as single from counted),
first as (
  insert into mail (event, role, case_id, case_kind, created_at, next_try_at)
  select 'NEW', role, single, kind, :wall, :wall
  from (select distinct role, single, case when single is not null or not daily then kind end as kind from grouped) one
  returning mail_id, case_id, case_kind, role),
threaded as (
  update alert_state s set thread_id = f.mail_id from first f, grouped g
  where g.case_id = s.case_id and f.role = g.role and f.case_id is not distinct from g.single
    and (g.single is not null or f.case_kind is not distinct from case when not g.daily then g.kind end)
  returning s.thread_id, s.case_id)
insert into mail_case (mail_id, case_id, event)
select thread_id, case_id, 'NEW' from threaded
