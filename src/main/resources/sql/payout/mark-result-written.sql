-- Marks this revision of the result as written to the welfare database.
update payout_result
set written_revision = :revision
where payroll_id = :payroll_id and line_no = :line_no and written_revision < :revision
