-- Receipts, behind a payroll's, that the welfare database is not known to hold in their newest revision.
select payroll_id, receipt_status, accepted_count, accepted_vnd, refused_count, refused_vnd, message, receipt_revision as revision
from payroll
where receipt_written < receipt_revision and payroll_id > :payroll
order by payroll_id
limit :chunk
