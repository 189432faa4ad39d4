-- This revision of the receipt is known to stand in the welfare database.
update payroll
set receipt_written = :revision
where payroll_id = :payroll_id and receipt_written < :revision
