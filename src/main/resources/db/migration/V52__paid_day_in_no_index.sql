-- The day on which a payment was paid stands in no index any more: writing it made every index of the payment's row anew. What was paid
-- since a day is found by the batches in which something was (paid_batch, its last such day) and, of payments that travel in none, by this
-- table.
CREATE TABLE payment_paid_outside (
  payment_id bigint PRIMARY KEY,       -- without a foreign key: the payment may go to the archive
  partner    varchar(20) NOT NULL,
  paid_on    date        NOT NULL
);
CREATE INDEX ON payment_paid_outside (partner, paid_on);
INSERT INTO payment_paid_outside (payment_id, partner, paid_on)
SELECT payment_id, partner, paid_on FROM payment WHERE paid_out AND batch_id IS NULL;

CREATE INDEX ON paid_batch (paid_on);
DROP INDEX payment_paid;

-- A payment that comes back from the archive, too.
CREATE FUNCTION note_paid_outside() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO payment_paid_outside (payment_id, partner, paid_on)
  SELECT payment_id, partner, paid_on FROM added WHERE paid_out AND batch_id IS NULL
  ON CONFLICT (payment_id) DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER payment_paid_outside_is_noted AFTER INSERT ON payment
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_paid_outside();
