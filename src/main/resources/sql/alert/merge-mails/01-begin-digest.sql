-- One digest for all waiting mails of the role.
insert into mail (event, role, created_at, next_try_at)
select 'MERGED', role, min(created_at), :wall
from mail
where state = 'QUEUED' and event not in ('MONTH', 'PROPOSAL', 'HANDOVER', 'REPORT', 'ALIVE') and role = :role
group by role
returning mail_id
