-- Cancels the receipt of a payroll that the agency withdrew before any payment was sent.
update payroll set state = 'CANCELLED', receipt_status = 'CANCELLED', receipt_revision = receipt_revision + 1,
  message = 'Cơ quan đã rút bảng trước khi có khoản nào được gửi đi.', superseded_by = null, version = version + 1
where payroll_id = :payroll
