-- Refusals, behind a line, that the welfare database is not known to hold.
select payroll_id, line_no, reason_code, reason_text
from payroll_refusal
where not written and (payroll_id, line_no) > (:payroll, :line)
order by payroll_id, line_no
limit :chunk
