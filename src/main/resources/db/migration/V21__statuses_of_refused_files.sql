-- A status that speaks of a refused file moves nothing but PAID (readings, "refused files"), and two files that both pay are money paid twice.

-- The file of ours that the status speaks of: the one that the message names, else the one in which the payment travelled then.
ALTER TABLE payment_status ADD COLUMN about_batch_id bigint REFERENCES batch;
ALTER TABLE payment_status DROP CONSTRAINT payment_status_effect_check;
ALTER TABLE payment_status ADD CONSTRAINT payment_status_effect_check CHECK (effect IN
  ('APPLIED','NO_CHANGE','AMOUNT_DIFFERS','CONTRADICTS','CODE_UNKNOWN','REFUSED_FILE','PAID_TWICE','RECOVERED'));

-- The payments of each refused file. May be paid: the partner spoke of the file after it had refused it, no final negative status came about
-- the payment in that file, and two persons have not decided. As long as it stands the liability is neither paid anew nor given back.
CREATE TABLE refused_payment (
  payment_id      bigint  NOT NULL REFERENCES payment,
  batch_id    bigint  NOT NULL REFERENCES batch,
  may_be_paid boolean NOT NULL DEFAULT false,
  PRIMARY KEY (payment_id, batch_id)
);
CREATE INDEX ON refused_payment (batch_id);
INSERT INTO refused_payment (payment_id, batch_id)
  SELECT l.payment_id, b.batch_id FROM payment l JOIN batch b ON b.batch_id IN (l.batch_id, l.came_back_from) WHERE b.state = 'REFUSED';

-- Why a payment is frozen: that refused file. Two persons release it by the batch or by the payout.
ALTER TABLE payment ADD COLUMN frozen_for_batch bigint REFERENCES batch;
ALTER TABLE payment ADD CONSTRAINT payment_frozen_for_batch CHECK (frozen_for_batch IS NULL OR frozen);
CREATE INDEX payment_of_refused_batch ON payment (frozen_for_batch) WHERE frozen_for_batch IS NOT NULL;

-- A second booking of a payment, in another file than the first: paid in error until it came back or two persons decided.
CREATE TABLE duplicate_payment (
  duplicate_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  payment_id       bigint      NOT NULL REFERENCES payment,
  batch_id     bigint      NOT NULL REFERENCES batch,   -- the file that paid it the second time
  file_id      bigint      NOT NULL REFERENCES file,    -- the message that says so
  amount_vnd   bigint      NOT NULL CHECK (amount_vnd > 0),
  paid_on      date        NOT NULL,
  partner_ref  varchar(40),
  found_at     timestamptz NOT NULL,
  outcome      varchar(11) CHECK (outcome IN ('RECOVERED','WRITTEN_OFF','NOT_TWICE')),
  settled_at   timestamptz,
  entry_id     bigint UNIQUE REFERENCES statement_entry, -- the credit by which it came back
  UNIQUE (payment_id, batch_id),
  CONSTRAINT duplicate_payment_settled CHECK ((outcome IS NULL) = (settled_at IS NULL)),
  CONSTRAINT duplicate_payment_credit CHECK (entry_id IS NULL OR outcome = 'RECOVERED')
);
CREATE INDEX duplicate_payment_open ON duplicate_payment (payment_id) WHERE outcome IS NULL;

-- Rule 1, held by the database too: while a refused file may still pay, or money is out twice, no payment starts and nothing is given back.
CREATE FUNCTION payout_is_not_doubted(given bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM payment JOIN refused_payment t USING (payment_id) WHERE payment.payout_id = given AND t.may_be_paid) THEN
    RAISE EXCEPTION 'payout %: a refused file may still pay it', given;
  END IF;
  IF EXISTS (SELECT FROM payment JOIN duplicate_payment d USING (payment_id) WHERE payment.payout_id = given AND d.outcome IS NULL) THEN
    RAISE EXCEPTION 'payout %: money for it is out twice', given;
  END IF;
END $$;

CREATE OR REPLACE FUNCTION given_back_has_no_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM payment WHERE payout_id = NEW.payout_id AND alive_or_paid) THEN
    RAISE EXCEPTION 'payout % is not given back: a payment of it is alive or paid', NEW.payout_id;
  END IF;
  PERFORM payout_is_not_doubted(NEW.payout_id);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION payment_of_an_open_payout() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  given bigint;
BEGIN
  PERFORM FROM payout p JOIN started s USING (payout_id) WHERE s.attempt > 1 ORDER BY p.payout_id FOR SHARE OF p;
  SELECT p.payout_id INTO given FROM started s JOIN payout p USING (payout_id)
    WHERE s.state IN ('PLANNED', 'BATCHED', 'SENT', 'ACCEPTED') AND p.state IN ('CARRIED_OVER', 'HANDED_BACK', 'STOPPED', 'CANCELLED') LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'payout % was given back: no payment starts for it', given;
  END IF;
  PERFORM payout_is_not_doubted(s.payout_id) FROM started s WHERE s.attempt > 1;
  RETURN NULL;
END $$;
