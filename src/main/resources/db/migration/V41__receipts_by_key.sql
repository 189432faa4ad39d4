-- The same receipts as before, each payroll's payouts reached by the payroll's key. A subquery without a limit could be answered by reading
-- all payouts once, which statistics recommend as long as few payouts are open, and that grows with the history.
CREATE OR REPLACE VIEW receipt_to_advance AS
SELECT p.payroll_id, n.status
FROM (SELECT payroll_id, receipt_status FROM payroll WHERE state = 'RELEASED' AND receipt_status IN ('TAKEN','DISPATCHED')
    UNION ALL
    SELECT payroll_id, receipt_status FROM payroll WHERE state = 'RELEASED' AND receipt_status = 'SETTLED'
      AND payroll_id IN (SELECT payroll_id FROM payroll_reopened)) p
  CROSS JOIN LATERAL (
    SELECT CASE WHEN (SELECT true FROM payout o WHERE o.current_payroll_id = p.payroll_id LIMIT 1) IS NULL THEN NULL
      WHEN (SELECT true FROM payout o WHERE o.current_payroll_id = p.payroll_id AND o.state IN ('OPEN','HELD') LIMIT 1) IS NULL
        THEN 'SETTLED'
      WHEN p.receipt_status <> 'DISPATCHED' AND (SELECT true FROM payout o
          LEFT JOIN LATERAL (SELECT l.state FROM payment l WHERE l.payout_id = o.payout_id AND l.attempt = o.attempt OFFSET 0) l ON true
        WHERE o.current_payroll_id = p.payroll_id AND o.state = 'OPEN' AND (l.state IS NULL OR l.state IN ('PLANNED','BATCHED'))
        LIMIT 1) IS NULL
        THEN 'DISPATCHED' END AS status) n
WHERE n.status IS NOT NULL AND n.status <> p.receipt_status;
