-- The merged mails do not go out.
update mail
set state = 'MERGED', note = 'gộp vào thư #' || :digest
where state = 'QUEUED' and event not in ('MONTH', 'PROPOSAL', 'HANDOVER', 'REPORT', 'ALIVE') and role = :role and mail_id <> :digest
