-- Roles with too many mails that waited long, or with a digest that waits: then everything after it joins it.
select role
from mail
where state = 'QUEUED' and event not in ('MONTH', 'PROPOSAL', 'HANDOVER', 'REPORT', 'ALIVE')
group by role
having (count(*) > :many or count(*) > 1 and bool_or(event = 'MERGED')) and min(created_at) <= :old and min(next_try_at) <= :wall
