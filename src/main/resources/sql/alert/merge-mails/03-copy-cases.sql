-- Copies the cases of the merged mails into the digest.
insert into mail_case (mail_id, case_id, event)
select :digest, case_id, event
from mail_case
where not dropped
  and mail_id in (select mail_id from mail where state = 'QUEUED' and event not in ('MONTH', 'PROPOSAL', 'HANDOVER', 'REPORT', 'ALIVE')
    and role = :role and mail_id <> :digest)
on conflict do nothing
