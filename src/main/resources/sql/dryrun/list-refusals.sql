-- The refused lines, in the order of their numbers.
select r.line_no, t.entitlement_id, r.amount_vnd, r.reason_code, r.reason_text
from payroll_refusal r join taken_line t using (line_no)
order by r.line_no
limit :most
