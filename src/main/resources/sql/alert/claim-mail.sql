-- The next mail whose turn has come, now SENDING: first one in doubt, none of a role that has had its share for this hour.
with next as (
  select mail_id, state as was from mail
  where state in ('QUEUED', 'SENDING') and next_try_at <= :now
    and role not in (select role from mail where sent_at > :window group by role having count(*) >= :cap)
  order by state = 'SENDING' desc, mail_id
  limit 1
  for update skip locked)
update mail m set state = 'SENDING', attempts = attempts + 1, next_try_at = :claim
from next
where next.mail_id = m.mail_id
returning m.*, next.was = 'SENDING' as in_doubt
