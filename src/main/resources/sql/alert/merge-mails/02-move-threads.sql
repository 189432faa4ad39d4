-- The threads of the merged mails begin with the digest.
update alert_state
set thread_id = :digest
where thread_id in (select mail_id from mail where state = 'QUEUED' and event not in ('MONTH', 'PROPOSAL', 'HANDOVER', 'REPORT', 'ALIVE')
    and role = :role and mail_id <> :digest)
