-- Marks this revision of the receipt as written to the welfare database.
update payroll
set receipt_written = :revision
where payroll_id = :payroll_id and receipt_written < :revision
