-- Refusals that the welfare database is not known to hold.
select payroll_id, line_no, reason_code, reason_text
from payroll_refusal
where not written
order by payroll_id, line_no
limit :chunk
