INSERT INTO welfare.payroll_receipt
  (payroll_id, status, accepted_count, accepted_vnd, refused_count, refused_vnd, message, updated_at)
VALUES (:payroll_id, :receipt_status, :accepted_count, :accepted_vnd, :refused_count, :refused_vnd, :message, :now)
ON CONFLICT (payroll_id) DO UPDATE
SET status = EXCLUDED.status, accepted_count = EXCLUDED.accepted_count, accepted_vnd = EXCLUDED.accepted_vnd,
    refused_count = EXCLUDED.refused_count, refused_vnd = EXCLUDED.refused_vnd, message = EXCLUDED.message,
    updated_at = EXCLUDED.updated_at
