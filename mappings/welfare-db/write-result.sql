INSERT INTO welfare.payout_result AS stored
  (payroll_id, line_no, outcome, channel, partner, end_to_end_id, amount_vnd, paid_on, received_by, partner_ref,
   reason_code, reason_text, revision, updated_at)
VALUES (:payroll_id, :line_no, :outcome, :channel, :partner, :end_to_end_id, :amount_vnd, :paid_on, :received_by, :partner_ref,
   :reason_code, :reason_text, :revision, :now)
ON CONFLICT (payroll_id, line_no) DO UPDATE
SET outcome = EXCLUDED.outcome, channel = EXCLUDED.channel, partner = EXCLUDED.partner, end_to_end_id = EXCLUDED.end_to_end_id,
    amount_vnd = EXCLUDED.amount_vnd, paid_on = EXCLUDED.paid_on, received_by = EXCLUDED.received_by,
    partner_ref = EXCLUDED.partner_ref, reason_code = EXCLUDED.reason_code, reason_text = EXCLUDED.reason_text,
    revision = EXCLUDED.revision, updated_at = EXCLUDED.updated_at
WHERE stored.revision <= EXCLUDED.revision
