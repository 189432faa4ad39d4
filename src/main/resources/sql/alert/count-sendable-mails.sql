-- Mails that could leave now.
select count(*)
from mail
where state in ('QUEUED', 'SENDING') and next_try_at <= :now
  and role not in (select role from mail where sent_at > :window group by role having count(*) >= :cap)
