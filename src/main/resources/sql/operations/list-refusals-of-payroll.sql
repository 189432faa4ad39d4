-- The refused lines of a payroll behind a line.
select line_no, amount_vnd, reason_code, reason_text
from payroll_refusal
where payroll_id = :payroll and line_no > :after
order by line_no
limit :most
