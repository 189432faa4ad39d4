-- Notes how many payouts had joined each case of a mail when the mail was written.
update alert_state s set mailed_joined = t.joined
from unnest(:cases::bigint[], :joined::int[]) as t (case_id, joined)
where s.case_id = t.case_id and s.mailed_joined < t.joined
