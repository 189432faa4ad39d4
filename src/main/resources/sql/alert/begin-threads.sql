-- The first mails: one a case, or one a kind where there are many.
with counted as (
  select case_id, kind, role, count(*) over (partition by kind, role) as n from alert_state where thread_id is null),
untold as (
  select kind, role, case when n <= :many then case_id end as single from counted),
first as (
  insert into mail (event, role, case_id, case_kind, created_at, next_try_at)
  select 'NEW', role, single, kind, :wall, :wall from untold group by role, kind, single
  returning mail_id, case_id, case_kind, role),
threaded as (
  update alert_state s set thread_id = f.mail_id from first f
  where s.thread_id is null and (f.case_id = s.case_id or f.case_id is null and f.case_kind = s.kind and f.role = s.role)
  returning s.thread_id, s.case_id)
insert into mail_case (mail_id, case_id, event)
select thread_id, case_id, 'NEW' from threaded
