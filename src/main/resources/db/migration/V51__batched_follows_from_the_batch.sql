-- A payment is written SENT when it is put into a batch. While that batch is OPEN nothing has left, and the payment is BATCHED: this
-- follows from the batch and is not written, which saves one version of each payment. Who asks for BATCHED asks one of these views.
CREATE VIEW open_batch AS
SELECT batch_id FROM batch WHERE state = 'OPEN';

CREATE VIEW current_payment AS
SELECT l.*, CASE WHEN l.state = 'SENT' AND l.batch_id IN (SELECT batch_id FROM open_batch) THEN 'BATCHED' ELSE l.state END AS current_state
FROM payment l;

UPDATE payment SET state = 'SENT' WHERE state = 'BATCHED';
ALTER TABLE payment ADD CONSTRAINT payment_batched_is_not_written CHECK (state <> 'BATCHED');

-- A payment leaves its batch only while nothing of it is out, or when its file was refused. The update has locked the payment before it
-- asks here, and a batch gets its number only under the locks of all its payments (sql/payout/hold-batch-payments), not meanwhile.
CREATE FUNCTION payment_leaves_its_batch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM batch WHERE batch_id = OLD.batch_id AND state IN ('OPEN', 'CANCELLED', 'REFUSED')) THEN
    RAISE EXCEPTION 'payment % stays in batch %, which has its number', OLD.end_to_end_id, OLD.batch_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_leaves_its_batch BEFORE UPDATE OF batch_id ON payment FOR EACH ROW
  WHEN (OLD.batch_id IS NOT NULL AND NEW.batch_id IS NULL) EXECUTE FUNCTION payment_leaves_its_batch();

-- As before, with BATCHED asked of the batch.
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
          LEFT JOIN LATERAL (SELECT l.current_state AS state FROM current_payment l
            WHERE l.payout_id = o.payout_id AND l.attempt = o.attempt OFFSET 0) l ON true
        WHERE o.current_payroll_id = p.payroll_id AND o.state = 'OPEN' AND (l.state IS NULL OR l.state IN ('PLANNED','BATCHED'))
        LIMIT 1) IS NULL
        THEN 'DISPATCHED' END AS status) n
WHERE n.status IS NOT NULL AND n.status <> p.receipt_status;
