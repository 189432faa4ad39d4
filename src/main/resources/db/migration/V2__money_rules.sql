-- What money obeys, held by the database too. Checks of a whole statement where a mass step passes; checks of a row where rows are few or
-- a column is named that no mass step ever sets (the trigger does not even fire then).

-- Statuses and bookings are append-only.
CREATE FUNCTION stays_as_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER payment_status_stays BEFORE UPDATE OR DELETE ON payment_status FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER booking_stays BEFORE UPDATE OR DELETE ON booking FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER file_arrival_stays BEFORE UPDATE OR DELETE ON file_arrival FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER payment_credit_stays BEFORE UPDATE OR DELETE ON payment_credit FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER batch_reply_stays BEFORE UPDATE OR DELETE ON batch_reply FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER settlement_report_stays BEFORE UPDATE OR DELETE ON settlement_report
  FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();

-- Rule 5: what is booked as handed over or carried in when a payroll is planned is what was accepted, in number and in dong.
CREATE FUNCTION handed_over_is_accepted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  booked record;
  accepted record;
BEGIN
  IF NEW.booking_id > (SELECT min(booking_id) FROM booking WHERE payroll_id = NEW.payroll_id) THEN
    RETURN NULL;   -- asked once a payroll
  END IF;
  SELECT coalesce(sum(item_count), 0) AS items, coalesce(sum(amount_vnd), 0) AS dong INTO booked FROM (
    SELECT item_count, amount_vnd FROM booking WHERE payroll_id = NEW.payroll_id
    UNION ALL
    SELECT b.item_count, b.amount_vnd FROM payout p JOIN booking b USING (payout_id)
      WHERE p.current_payroll_id = NEW.payroll_id
        AND CASE WHEN p.payroll_id = p.current_payroll_id AND p.line_no = p.current_line_no THEN b.column_name = 'HANDED_OVER'
          ELSE b.column_name = 'CARRIED_IN' AND b.booking_id > (SELECT max(c.booking_id) FROM booking c
            WHERE c.payout_id = p.payout_id AND c.column_name = 'CARRIED_OUT') END) entries;
  SELECT count(*) AS items, coalesce(sum(amount_vnd), 0) AS dong INTO accepted FROM payout
    WHERE current_payroll_id = NEW.payroll_id AND state IN ('OPEN', 'HELD', 'PAID');
  IF (booked.items, booked.dong) <> (accepted.items, accepted.dong) THEN
    RAISE EXCEPTION 'payroll %: % payouts of % dong are handed over, % of % dong were accepted', NEW.payroll_id, booked.items, booked.dong,
      accepted.items, accepted.dong;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER handed_over_is_accepted AFTER INSERT ON booking DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.payroll_id IS NOT NULL) EXECUTE FUNCTION handed_over_is_accepted();

-- A payment is what was told to the partner, for ever.
CREATE FUNCTION payment_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.payout_id, NEW.attempt, NEW.end_to_end_id, NEW.channel, NEW.partner, NEW.folder, NEW.amount_vnd, NEW.bank_bin, NEW.account_no,
      NEW.account_name) IS DISTINCT FROM (OLD.payout_id, OLD.attempt, OLD.end_to_end_id, OLD.channel, OLD.partner, OLD.folder,
      OLD.amount_vnd, OLD.bank_bin, OLD.account_no, OLD.account_name) THEN
    RAISE EXCEPTION 'payment % is frozen: a change is a new payment', OLD.payment_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_is_frozen
  BEFORE UPDATE OF payout_id, attempt, end_to_end_id, channel, partner, folder, amount_vnd, bank_bin, account_no, account_name ON payment
  FOR EACH ROW EXECUTE FUNCTION payment_is_frozen();
CREATE TRIGGER payment_stays BEFORE DELETE ON payment FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();

-- A payout is what the agency's line said; a revival moves who owns its result, never what it is.
CREATE FUNCTION payout_is_its_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.payroll_id, NEW.line_no, NEW.programme, NEW.entitlement_id, NEW.kind, NEW.for_from, NEW.for_to, NEW.amount_vnd)
      IS DISTINCT FROM (OLD.payroll_id, OLD.line_no, OLD.programme, OLD.entitlement_id, OLD.kind, OLD.for_from, OLD.for_to,
      OLD.amount_vnd) THEN
    RAISE EXCEPTION 'payout % must stay as its line', OLD.payout_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payout_is_its_line
  BEFORE UPDATE OF payroll_id, line_no, programme, entitlement_id, kind, for_from, for_to, amount_vnd ON payout
  FOR EACH ROW EXECUTE FUNCTION payout_is_its_line();
CREATE TRIGGER payout_stays BEFORE DELETE ON payout FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();

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

-- Rule 1: giving back and a living or paid payment exclude each other when their transactions end. The row of the payout is the lock of
-- both:
-- whoever gives back holds it by his update, whoever starts a further payment takes it here.
CREATE FUNCTION given_back_has_no_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM payment WHERE payout_id = NEW.payout_id AND alive_or_paid) THEN
    RAISE EXCEPTION 'payout % is not given back: a payment of it is alive or paid', NEW.payout_id;
  END IF;
  PERFORM payout_is_not_doubted(NEW.payout_id);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER given_back_has_no_payment AFTER UPDATE OF state ON payout DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.state IN ('CARRIED_OVER', 'HANDED_BACK', 'STOPPED', 'CANCELLED') AND OLD.state <> NEW.state)
  EXECUTE FUNCTION given_back_has_no_payment();

-- By the key of payout always: a plan made while the tables were small would read them whole for every chunk later.
CREATE FUNCTION payment_of_an_open_payout() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  given bigint;
BEGIN
  PERFORM FROM payout p JOIN started s USING (payout_id) WHERE s.attempt > 1 ORDER BY p.payout_id FOR SHARE OF p;
  SELECT p.payout_id INTO given FROM started s JOIN payout p USING (payout_id)
    WHERE s.state IN ('PLANNED', 'BATCHED', 'SENT', 'ACCEPTED') AND p.state IN ('CARRIED_OVER', 'HANDED_BACK', 'STOPPED',
      'CANCELLED') LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'payout % was given back: no payment starts for it', given;
  END IF;
  PERFORM payout_is_not_doubted(s.payout_id) FROM started s WHERE s.attempt > 1;
  RETURN NULL;
END $$;
CREATE TRIGGER payment_of_an_open_payout AFTER INSERT ON payment
  REFERENCING NEW TABLE AS started FOR EACH STATEMENT EXECUTE FUNCTION payment_of_an_open_payout();

-- A numbered batch is a file that may be out there: name, number, bytes and destination never change, and its state goes by the
-- table of docs/money-rules.md. A restored database learns of refusals that it has forgotten; only that goes another way.
CREATE FUNCTION batch_goes_by_the_table() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.seq IS NOT NULL AND (NEW.partner, NEW.kind, NEW.folder, NEW.programme, NEW.period, NEW.value_date, NEW.seq, NEW.file_name,
      NEW.file_sha256, NEW.file_size, NEW.payment_count, NEW.total_vnd) IS DISTINCT FROM (OLD.partner, OLD.kind, OLD.folder, OLD.programme,
      OLD.period, OLD.value_date, OLD.seq, OLD.file_name, OLD.file_sha256, OLD.file_size, OLD.payment_count, OLD.total_vnd) THEN
    RAISE EXCEPTION 'batch % has its number: it stays as it was sent', OLD.batch_id;
  END IF;
  IF NEW.state <> OLD.state AND NOT coalesce(current_setting('hub.restoring', true), '') = 'yes' AND NOT NEW.state = ANY (CASE OLD.state
      WHEN 'OPEN' THEN ARRAY['BUILT', 'CANCELLED']
      WHEN 'BUILT' THEN ARRAY['SENDING']
      WHEN 'SENDING' THEN ARRAY['SENT', 'IN_DOUBT', 'ACKNOWLEDGED', 'REFUSED', 'WAITING_FUNDS']
      WHEN 'IN_DOUBT' THEN ARRAY['SENDING', 'SENT', 'ACKNOWLEDGED', 'REFUSED', 'WAITING_FUNDS']
      WHEN 'SENT' THEN ARRAY['ACKNOWLEDGED', 'IN_DOUBT', 'REFUSED', 'WAITING_FUNDS']
      WHEN 'ACKNOWLEDGED' THEN ARRAY['IN_DOUBT', 'REFUSED', 'WAITING_FUNDS']
      WHEN 'WAITING_FUNDS' THEN ARRAY['SENDING', 'ACKNOWLEDGED']
      ELSE ARRAY[]::text[] END) THEN
    RAISE EXCEPTION 'batch % does not go from % to %', OLD.batch_id, OLD.state, NEW.state;
  END IF;
  IF OLD.seq IS NULL AND NEW.seq IS NOT NULL AND NOT EXISTS (SELECT FROM file_sequence s WHERE s.partner = NEW.partner
      AND s.kind = NEW.kind AND s.folder = NEW.folder AND s.last_seq = NEW.seq) THEN
    RAISE EXCEPTION 'batch % takes number % that was not given out', OLD.batch_id, NEW.seq;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER batch_goes_by_the_table BEFORE UPDATE ON batch FOR EACH ROW EXECUTE FUNCTION batch_goes_by_the_table();

CREATE FUNCTION numbered_batch_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.seq IS NOT NULL THEN
    RAISE EXCEPTION 'batch % has its number: it stays', OLD.batch_id;
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER numbered_batch_stays BEFORE DELETE ON batch FOR EACH ROW EXECUTE FUNCTION numbered_batch_stays();

-- Rule 3: sent needs proof.
ALTER TABLE batch ADD CONSTRAINT batch_sent_has_proof CHECK (state NOT IN ('SENT', 'ACKNOWLEDGED') OR proof IS NOT NULL);

-- Numbers rise by one, and each stands on a batch when its transaction commits: no gap, for ever.
CREATE FUNCTION numbers_have_no_gap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'numbers are never forgotten';
  END IF;
  IF NEW.last_seq <> (CASE TG_OP WHEN 'INSERT' THEN 1 ELSE OLD.last_seq + 1 END)
      AND NOT (coalesce(current_setting('hub.restoring', true), '') = 'yes' AND (TG_OP = 'INSERT' OR NEW.last_seq >= OLD.last_seq)) THEN
    RAISE EXCEPTION 'numbers of % % rise by one', NEW.partner, NEW.kind;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER numbers_have_no_gap BEFORE INSERT OR UPDATE OR DELETE ON file_sequence FOR EACH ROW EXECUTE FUNCTION numbers_have_no_gap();

CREATE FUNCTION number_stands_on_a_batch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM batch b WHERE b.partner = NEW.partner AND b.kind = NEW.kind AND b.folder = NEW.folder
      AND b.seq = NEW.last_seq) THEN
    RAISE EXCEPTION 'number % of % % was given to no batch', NEW.last_seq, NEW.partner, NEW.kind;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER number_stands_on_a_batch AFTER INSERT OR UPDATE ON file_sequence DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION number_stands_on_a_batch();

-- Rule 4: bytes that came or went stay what they were, and their row with them.
CREATE FUNCTION file_keeps_its_bytes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (NEW.direction, NEW.partner, NEW.folder, NEW.name, NEW.sha256, NEW.size_bytes, NEW.content_key, NEW.received_at)
      IS DISTINCT FROM (OLD.direction, OLD.partner, OLD.folder, OLD.name, OLD.sha256, OLD.size_bytes, OLD.content_key, OLD.received_at) THEN
    RAISE EXCEPTION 'file % keeps its bytes', OLD.file_id;
  END IF;
  IF OLD.state <> 'ARCHIVED' AND NEW.state <> OLD.state THEN
    RAISE EXCEPTION 'file % was read already', OLD.file_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER file_keeps_its_bytes BEFORE UPDATE OR DELETE ON file FOR EACH ROW EXECUTE FUNCTION file_keeps_its_bytes();

-- What is written in the audit trail stays.
CREATE FUNCTION audit_event_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_event is append-only';
END $$;
CREATE TRIGGER audit_event_stays BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION audit_event_stays();
CREATE TRIGGER audit_event_stays_whole BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION audit_event_stays();

-- Which status moves a payment from where to where (docs/money-rules.md): the steps of sql/payout/move-payments join it, and
-- PaymentTransitionIT compares it with the expected rows. to_when_taken: where it goes when the payout was given back, or a successor is
-- active or paid. A pair that does not stand here changes nothing.
CREATE VIEW payment_transition (from_state, reported, to_state, to_when_taken, concern) AS VALUES
  ('SENT', 'ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'NONE'),
  ('SENT', 'PAID', 'PAID', 'PAID', 'NONE'),
  ('ACCEPTED', 'PAID', 'PAID', 'PAID', 'NONE'),
  ('PLANNED', 'PAID', 'PAID', 'PAID', 'UNEXPECTED'),
  ('BATCHED', 'PAID', 'PAID', 'PAID', 'UNEXPECTED'),
  ('REJECTED', 'PAID', 'PAID', 'PAID_IN_ERROR', 'NONE'),
  ('UNCOLLECTED', 'PAID', 'PAID', 'PAID_IN_ERROR', 'NONE'),
  ('CANCELLED', 'PAID', 'PAID', 'PAID_IN_ERROR', 'NONE'),
  ('SENT', 'REJECTED', 'REJECTED', 'REJECTED', 'NONE'),
  ('ACCEPTED', 'REJECTED', 'REJECTED', 'REJECTED', 'NONE'),
  ('SENT', 'UNCOLLECTED', 'UNCOLLECTED', 'UNCOLLECTED', 'NONE'),
  ('ACCEPTED', 'UNCOLLECTED', 'UNCOLLECTED', 'UNCOLLECTED', 'NONE'),
  ('SENT', 'RETURNED', 'RETURNED', 'RETURNED', 'NONE'),
  ('ACCEPTED', 'RETURNED', 'RETURNED', 'RETURNED', 'NONE'),
  ('PAID', 'RETURNED', 'RETURNED', 'RETURNED', 'NONE'),
  ('PAID_IN_ERROR', 'RETURNED', 'RETURNED', 'RETURNED', 'NONE'),
  ('PAID', 'REJECTED', NULL, NULL, 'CONTRADICTS'),
  ('PAID', 'UNCOLLECTED', NULL, NULL, 'CONTRADICTS'),
  ('PLANNED', 'ACCEPTED', NULL, NULL, 'CONTRADICTS'),
  ('PLANNED', 'REJECTED', NULL, NULL, 'CONTRADICTS'),
  ('PLANNED', 'UNCOLLECTED', NULL, NULL, 'CONTRADICTS'),
  ('PLANNED', 'RETURNED', NULL, NULL, 'CONTRADICTS'),
  ('BATCHED', 'ACCEPTED', NULL, NULL, 'CONTRADICTS'),
  ('BATCHED', 'REJECTED', NULL, NULL, 'CONTRADICTS'),
  ('BATCHED', 'UNCOLLECTED', NULL, NULL, 'CONTRADICTS'),
  ('BATCHED', 'RETURNED', NULL, NULL, 'CONTRADICTS');
