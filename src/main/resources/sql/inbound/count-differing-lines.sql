-- Staged lines that change what is final: another amount, another end state, or another reason for an end state, than the payment has. The
-- amount of these payments in dong, and the numbers of the lines.
select count(*), coalesce(sum(l.amount_vnd), 0), coalesce(array_agg(s.line_no order by s.line_no), '{}')
from staged_status s join payment l on l.end_to_end_id = s.end_to_end_id::bpchar
where l.batch_id = :batch and l.state not in ('SENT', 'ACCEPTED') and (l.amount_vnd <> s.amount_vnd
  or s.reported <> case l.state when 'RETURNED' then 'PAID' when 'PAID_IN_ERROR' then 'PAID' else l.state end
  or l.state in ('REJECTED', 'UNCOLLECTED') and left(coalesce(s.reason_code, s.code), 20) <> l.reason_code)
