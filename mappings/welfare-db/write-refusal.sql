INSERT INTO welfare.payroll_refusal (payroll_id, line_no, reason_code, reason_text)
VALUES (:payroll_id, :line_no, :reason_code, :reason_text)
ON CONFLICT (payroll_id, line_no) DO UPDATE
SET reason_code = EXCLUDED.reason_code, reason_text = EXCLUDED.reason_text
