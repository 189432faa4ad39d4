-- Outcomes that persons recorded have no file; the debits of their batches are compared anew.
CREATE INDEX payment_status_of_persons ON payment_status (about_batch_id) WHERE file_id IS NULL;
