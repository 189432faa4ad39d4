-- The cases of a mail and its words about each, the most urgent first.
select mc.event, c.*, s.escalated_level
from mail_case mc join case_record c using (case_id) join alert_state s using (case_id)
where mc.mail_id = :mail and not mc.dropped
order by c.due_at, c.case_id
