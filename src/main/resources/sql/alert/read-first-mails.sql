-- The first mails of the threads of everything in a mail that is not news.
select distinct f.mail_id, f.message_id, f.subject
from mail_case mc join alert_state s using (case_id) join mail f on f.mail_id = s.thread_id
where mc.mail_id = :mail and mc.event <> 'NEW' and not mc.dropped and f.mail_id <> mc.mail_id and f.message_id is not null
order by f.mail_id
limit 20
