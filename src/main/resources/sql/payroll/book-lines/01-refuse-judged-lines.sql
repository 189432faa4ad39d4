-- Lines that the checks refused.
insert into payroll_refusal (payroll_id, line_no, amount_vnd, reason_code, reason_text)
select :payroll, line_no, amount_vnd, reason_code, reason_text
from taken_line
where reason_code is not null
