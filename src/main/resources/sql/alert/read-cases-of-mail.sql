-- The cases of a mail and its words about each, the most urgent first; added = payouts that joined since the newest mail.
select mc.event, c.*, s.escalated_level, added.payouts as added, added.vnd as added_vnd,
  case when c.subject ~ '^payout:[0-9]{1,18}$' then (select p.commune_code from payout p where p.payout_id = substr(c.subject, 8)::bigint)
    when c.subject like 'payroll:%' then (select p.commune_code from payroll p where p.payroll_id = substr(c.subject, 9)) end
    as commune_code
from mail_case mc join case_record c using (case_id) join alert_state s using (case_id),
  lateral (select count(*) as payouts, sum(m.amount_vnd) as vnd from case_payout m
    where m.case_id = c.case_id and m.join_no > s.mailed_joined and m.ended_at is null) added
where mc.mail_id = :mail and not mc.dropped
order by c.due_at, c.case_id
