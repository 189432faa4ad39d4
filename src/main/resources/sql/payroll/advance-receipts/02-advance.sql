-- Moves the receipts. The conditions on the payroll's own row are checked again after waiting for its lock: a receipt that was cancelled
-- stays so.
update payroll set receipt_status = n.status, receipt_revision = receipt_revision + 1, version = version + 1
from receipt_to_advance n
where n.payroll_id = payroll.payroll_id and n.status <> payroll.receipt_status
  and payroll.state = 'RELEASED' and payroll.receipt_status in ('TAKEN', 'DISPATCHED', 'SETTLED') and payroll.payroll_id = any (:payrolls)
