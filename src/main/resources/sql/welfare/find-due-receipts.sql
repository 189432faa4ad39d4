-- Receipts that the welfare database is not known to hold in their newest revision.
select payroll_id, receipt_status, accepted_count, accepted_vnd, refused_count, refused_vnd, message, receipt_revision as revision
from payroll
where receipt_written < receipt_revision
order by payroll_id
limit :chunk
