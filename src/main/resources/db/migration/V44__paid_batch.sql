-- The last day on which a payment of a batch was paid: until so many days after it a return may come, and a bank with an API is queried.
-- Found by the batch's key; the payments of old batches are not read for it.
CREATE TABLE paid_batch (
  batch_id bigint PRIMARY KEY REFERENCES batch,
  paid_on  date   NOT NULL
);

INSERT INTO paid_batch (batch_id, paid_on)
SELECT batch_id, max(paid_on) FROM payment WHERE paid_out AND batch_id IS NOT NULL GROUP BY batch_id;
