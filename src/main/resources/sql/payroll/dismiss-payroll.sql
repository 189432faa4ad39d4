-- Two persons dismiss a payroll that is held for its totals: its receipt says why.
update payroll set state = 'CANCELLED', receipt_status = 'CANCELLED', receipt_revision = receipt_revision + 1, message = :message,
  version = version + 1
where payroll_id = :payroll and state = 'HELD'
