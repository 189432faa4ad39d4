-- Marks the refusal as written to the welfare database.
update payroll_refusal
set written = true
where payroll_id = :payroll_id and line_no = :line_no
