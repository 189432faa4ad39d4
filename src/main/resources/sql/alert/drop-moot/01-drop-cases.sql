-- Leaves out every case that was closed before its first mail was sent.
update mail_case mc
set dropped = true
from mail_case_moot t
where t.mail_id = mc.mail_id and t.case_id = mc.case_id and t.event = mc.event
