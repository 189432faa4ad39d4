-- Marks this revision of the funding need as written to the welfare database.
update funding_need
set written_revision = :revision
where payroll_id = :payroll_id and partner = :partner and written_revision < :revision
