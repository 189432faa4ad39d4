-- Closed cases without any mail need no closing mail either.
update alert_state s
set closed_notified_at = :now
from case_record c, mail f
where c.case_id = s.case_id and f.mail_id = s.thread_id and s.closed_notified_at is null and c.state = 'CLOSED'
  and f.state in ('QUEUED', 'DROPPED')
