-- Old months: their paid payouts, with payments, statuses and results, move to tables of the same shape in the schema archive, one table a
-- month and kind (archive.payout_2024_01). What later decisions need of them stays here in slim rows (docs/adr/0015).
CREATE SCHEMA archive;

-- Which months were moved. MOVING and RETURNING are under way, or stopped in the middle: the same command goes on.
CREATE TABLE archived_month (
  period     date        PRIMARY KEY CHECK (extract(day FROM period) = 1),
  state      varchar(9)  NOT NULL CHECK (state IN ('MOVING','ARCHIVED','RETURNING')),
  last_month date        NOT NULL,   -- the latest month that one of its payouts was for; looks at keys after it need no archive
  began_at   timestamptz NOT NULL,
  ended_at   timestamptz,
  CONSTRAINT archived_month_ended CHECK ((ended_at IS NOT NULL) = (state = 'ARCHIVED'))
);

-- One row a payout that stands in the archive: its key, and what the month's sums by commune, channel and partner need.
CREATE TABLE archived_payout (
  payout_id          bigint      PRIMARY KEY,
  period             date        NOT NULL REFERENCES archived_month,
  payroll_id         varchar(40) NOT NULL,
  line_no            integer     NOT NULL,
  current_payroll_id varchar(40) NOT NULL,
  current_line_no    integer     NOT NULL,
  programme          varchar(4)  NOT NULL,
  commune_code       char(5)     NOT NULL,
  entitlement_key    uuid        NOT NULL,                          -- as in payout_key_regular
  kind               varchar(10) NOT NULL,
  for_from           date        NOT NULL,
  for_to             date        NOT NULL,
  amount_vnd         bigint      NOT NULL,
  state              varchar(12) NOT NULL CHECK (state = 'PAID'),
  channel            varchar(12),
  partner            varchar(20),
  content_md5        char(32)    NOT NULL                           -- of all its rows in the archive, see archive_content
);
CREATE INDEX ON archived_payout (period, payout_id);
CREATE INDEX ON archived_payout (entitlement_key);
CREATE INDEX ON archived_payout (current_payroll_id);
CREATE INDEX ON archived_payout (payroll_id, line_no);

CREATE TABLE archived_payment (
  payment_id    bigint      PRIMARY KEY,
  payout_id     bigint      NOT NULL REFERENCES archived_payout,
  end_to_end_id char(16)    NOT NULL UNIQUE,
  channel       varchar(12) NOT NULL,
  partner       varchar(20) NOT NULL,
  amount_vnd    bigint      NOT NULL,
  state         varchar(13) NOT NULL CHECK (state IN ('PAID','REJECTED','UNCOLLECTED','CANCELLED')),
  batch_id      bigint REFERENCES batch
);
CREATE INDEX ON archived_payment (payout_id);
CREATE INDEX ON archived_payment (batch_id);
-- Rule 1 in the archive: one payment of a payout is paid, and one only.
CREATE UNIQUE INDEX archived_payment_one_paid ON archived_payment (payout_id) WHERE state = 'PAID';

-- Slim rows never change.
CREATE TRIGGER archived_payout_stays BEFORE UPDATE ON archived_payout FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER archived_payment_stays BEFORE UPDATE ON archived_payment FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER archived_payout_stays_whole BEFORE TRUNCATE ON archived_payout FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER archived_payment_stays_whole BEFORE TRUNCATE ON archived_payment FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();

-- A payout stands in one place when a transaction ends: here or in the archive.
CREATE FUNCTION payout_is_in_one_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM payout WHERE payout_id = NEW.payout_id)
      AND EXISTS (SELECT FROM archived_payout WHERE payout_id = NEW.payout_id) THEN
    RAISE EXCEPTION 'payout % is archived and stands among the others too', NEW.payout_id;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER payout_is_in_one_place AFTER INSERT ON archived_payout DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION payout_is_in_one_place();

-- A slim row goes only when what it stands for is back, unchanged.
CREATE FUNCTION slim_payout_is_back() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  given bigint;
BEGIN
  SELECT g.payout_id INTO given FROM gone g WHERE NOT EXISTS (SELECT FROM payout p WHERE p.payout_id = g.payout_id
    AND (p.payroll_id, p.line_no, md5(p.entitlement_id)::uuid, p.kind, p.for_from, p.for_to, p.amount_vnd, p.state)
      = (g.payroll_id, g.line_no, g.entitlement_key, g.kind, g.for_from, g.for_to, g.amount_vnd, g.state) AND NOT p.key_freed) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'archived payout % is not back: it is not forgotten', given;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER slim_payout_is_back AFTER DELETE ON archived_payout
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION slim_payout_is_back();

CREATE FUNCTION slim_payment_is_back() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  given bigint;
BEGIN
  SELECT g.payment_id INTO given FROM gone g WHERE NOT EXISTS (SELECT FROM payment l WHERE l.payment_id = g.payment_id
    AND (l.payout_id, l.end_to_end_id, l.partner, l.amount_vnd, l.state)
      = (g.payout_id, g.end_to_end_id, g.partner, g.amount_vnd, g.state) AND l.batch_id IS NOT DISTINCT FROM g.batch_id) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'archived payment % is not back: it is not forgotten', given;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER slim_payment_is_back AFTER DELETE ON archived_payment
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION slim_payment_is_back();

-- Rows leave the working tables for the archive only: each must stand there, equal in every column, and its slim row here. The setting
-- hub.archived_month only names the table to look in; without it nothing may be deleted, as before.
CREATE FUNCTION leaves_for_the_archive() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  copies text := TG_TABLE_NAME || '_' || coalesce(current_setting('hub.archived_month', true), '');
  strays bigint;
BEGIN
  IF copies !~ '_[0-9]{4}_[0-9]{2}$' OR to_regclass(format('archive.%I', copies)) IS NULL THEN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
  END IF;
  EXECUTE format('SELECT count(*) FROM gone g WHERE NOT EXISTS (SELECT FROM archive.%I a WHERE %s'
    || ' AND ROW(a.*) IS NOT DISTINCT FROM ROW(g.*)) OR NOT EXISTS (SELECT FROM %s)', copies, TG_ARGV[0], TG_ARGV[1]) INTO strays;
  IF strays > 0 THEN
    RAISE EXCEPTION '% is append-only: % rows have no equal row in the archive', TG_TABLE_NAME, strays;
  END IF;
  RETURN NULL;
END $$;

-- Before any row is touched, so that a deletion by mistake costs nothing and is named for what it is.
CREATE FUNCTION deleted_for_the_archive_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(current_setting('hub.archived_month', true), '') = '' THEN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER payout_deletion BEFORE DELETE ON payout FOR EACH STATEMENT EXECUTE FUNCTION deleted_for_the_archive_only();
CREATE TRIGGER payment_deletion BEFORE DELETE ON payment FOR EACH STATEMENT EXECUTE FUNCTION deleted_for_the_archive_only();
CREATE TRIGGER payment_status_deletion BEFORE DELETE ON payment_status FOR EACH STATEMENT EXECUTE FUNCTION deleted_for_the_archive_only();
CREATE TRIGGER payout_result_deletion BEFORE DELETE ON payout_result FOR EACH STATEMENT EXECUTE FUNCTION deleted_for_the_archive_only();

DROP TRIGGER payout_stays ON payout;
CREATE TRIGGER payout_stays AFTER DELETE ON payout REFERENCING OLD TABLE AS gone FOR EACH STATEMENT
  EXECUTE FUNCTION leaves_for_the_archive('a.payout_id = g.payout_id',
    'archived_payout s WHERE s.payout_id = g.payout_id AND s.state = g.state AND s.amount_vnd = g.amount_vnd AND s.period = g.period');
DROP TRIGGER payment_stays ON payment;
CREATE TRIGGER payment_stays AFTER DELETE ON payment REFERENCING OLD TABLE AS gone FOR EACH STATEMENT
  EXECUTE FUNCTION leaves_for_the_archive('a.payment_id = g.payment_id',
    'archived_payment s WHERE s.payment_id = g.payment_id AND s.payout_id = g.payout_id AND s.end_to_end_id = g.end_to_end_id'
    ' AND s.state = g.state AND s.amount_vnd = g.amount_vnd');
DROP TRIGGER payment_status_stays ON payment_status;
CREATE TRIGGER payment_status_unchanged BEFORE UPDATE ON payment_status FOR EACH STATEMENT EXECUTE FUNCTION stays_as_written();
CREATE TRIGGER payment_status_stays AFTER DELETE ON payment_status REFERENCING OLD TABLE AS gone FOR EACH STATEMENT
  EXECUTE FUNCTION leaves_for_the_archive('a.payment_status_id = g.payment_status_id',
    'archived_payment s WHERE s.payment_id = g.payment_id');
CREATE TRIGGER payout_result_stays AFTER DELETE ON payout_result REFERENCING OLD TABLE AS gone FOR EACH STATEMENT
  EXECUTE FUNCTION leaves_for_the_archive('a.payroll_id = g.payroll_id AND a.line_no = g.line_no',
    'archived_payout s WHERE s.payout_id = g.payout_id');

-- Bookings stay where they are, so that the settlement of an archived month is what it was. Their keys to payout and payment become this
-- check, which locks like a foreign key; a payout or payment goes only as above.
ALTER TABLE booking DROP CONSTRAINT booking_payout_id_fkey, DROP CONSTRAINT booking_payment_id_fkey;
CREATE FUNCTION booking_is_of_a_payout() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  given bigint;
BEGIN
  PERFORM FROM payout p WHERE p.payout_id IN (SELECT b.payout_id FROM booked b) ORDER BY p.payout_id FOR KEY SHARE OF p;
  PERFORM FROM payment l WHERE l.payment_id IN (SELECT b.payment_id FROM booked b) ORDER BY l.payment_id FOR KEY SHARE OF l;
  SELECT b.payout_id INTO given FROM booked b
    WHERE b.payout_id IS NOT NULL AND NOT EXISTS (SELECT FROM payout p WHERE p.payout_id = b.payout_id)
      OR b.payment_id IS NOT NULL AND NOT EXISTS (SELECT FROM payment l WHERE l.payment_id = b.payment_id) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'a booking is of payout %, which does not stand here with its payment', given USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER booking_is_of_a_payout AFTER INSERT ON booking
  REFERENCING NEW TABLE AS booked FOR EACH STATEMENT EXECUTE FUNCTION booking_is_of_a_payout();

-- The archived payout that holds the key, by the rules of payout_key_regular and payout_key_other; null: none.
CREATE FUNCTION archived_key(entitlement text, of_kind text, first date, last date) RETURNS bigint LANGUAGE plpgsql STABLE
  SET enable_seqscan = off AS $$
BEGIN
  RETURN (SELECT a.payout_id FROM archived_payout a
    WHERE a.entitlement_key = md5(entitlement)::uuid AND a.kind = of_kind
      AND CASE WHEN of_kind = 'REGULAR' THEN daterange(a.for_from, a.for_to, '[]') && daterange(first, last, '[]')
        ELSE a.for_from = first AND a.for_to = last END
    ORDER BY a.payout_id LIMIT 1);
END $$;

-- The payout key holds across the archive. Months after the last archived one are not looked up: intake costs the same as without archive.
CREATE FUNCTION payout_key_is_not_archived() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last_archived date := (SELECT max(last_month) FROM archived_month);
  given bigint;
BEGIN
  IF last_archived IS NOT NULL THEN
    SELECT a.holder INTO given FROM started s CROSS JOIN LATERAL (SELECT CASE WHEN s.for_from <= last_archived AND NOT s.key_freed
      THEN archived_key(s.entitlement_id, s.kind, s.for_from, s.for_to) END AS holder) a WHERE a.holder <> s.payout_id LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION 'the payout key is that of archived payout %', given USING ERRCODE = 'unique_violation';
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER payout_key_is_not_archived AFTER INSERT ON payout
  REFERENCING NEW TABLE AS started FOR EACH STATEMENT EXECUTE FUNCTION payout_key_is_not_archived();

-- An endToEndId is unique for ever.
CREATE FUNCTION payment_id_is_not_archived() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  given text;
BEGIN
  IF EXISTS (SELECT FROM archived_month) THEN
    SELECT a.end_to_end_id INTO given FROM started s JOIN archived_payment a ON a.end_to_end_id = s.end_to_end_id
      WHERE a.payment_id <> s.payment_id LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION 'endToEndId % is that of an archived payment', given USING ERRCODE = 'unique_violation';
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER payment_id_is_not_archived AFTER INSERT ON payment
  REFERENCING NEW TABLE AS started FOR EACH STATEMENT EXECUTE FUNCTION payment_id_is_not_archived();

-- As in V37; a payment that comes back from the archive was never taken out of the sums. Its slim row still stands at that moment.
CREATE OR REPLACE FUNCTION sum_paid_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO paid_day AS d (partner, paid_on, writer, paid_vnd, in_error_vnd)
    SELECT partner, paid_on, pg_backend_pid(), sum(CASE WHEN state = 'PAID' THEN amount_vnd ELSE 0 END),
      sum(CASE WHEN state = 'PAID' OR credit_matched THEN 0 ELSE amount_vnd END)
    FROM new_rows n
    WHERE paid_out AND (SELECT true FROM archived_payment a WHERE a.payment_id = n.payment_id OFFSET 0) IS NULL
    GROUP BY partner, paid_on
    ON CONFLICT (partner, paid_on, writer) DO UPDATE
      SET paid_vnd = d.paid_vnd + excluded.paid_vnd, in_error_vnd = d.in_error_vnd + excluded.in_error_vnd;
  ELSE
    INSERT INTO paid_day AS d (partner, paid_on, writer, paid_vnd, in_error_vnd)
    SELECT partner, paid_on, pg_backend_pid(), sum(CASE WHEN state = 'PAID' THEN vnd ELSE 0 END),
      sum(CASE WHEN state = 'PAID' OR credit_matched THEN 0 ELSE vnd END)
    FROM (SELECT partner, paid_on, state, credit_matched, amount_vnd AS vnd FROM new_rows WHERE paid_out
      UNION ALL SELECT partner, paid_on, state, credit_matched, -amount_vnd FROM old_rows WHERE paid_out) changed
    GROUP BY partner, paid_on
    HAVING sum(CASE WHEN state = 'PAID' THEN vnd ELSE 0 END) <> 0
      OR sum(CASE WHEN state = 'PAID' OR credit_matched THEN 0 ELSE vnd END) <> 0
    ON CONFLICT (partner, paid_on, writer) DO UPDATE
      SET paid_vnd = d.paid_vnd + excluded.paid_vnd, in_error_vnd = d.in_error_vnd + excluded.in_error_vnd;
  END IF;
  RETURN NULL;
END $$;

-- The columns that two tables of one kind share, generated ones left out.
CREATE FUNCTION archive_columns(kind text, month text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(quote_ident(w.attname), ', ' ORDER BY w.attnum)
  FROM pg_attribute w JOIN pg_attribute a ON a.attname = w.attname
  WHERE w.attrelid = format('public.%I', kind)::regclass AND w.attnum > 0 AND NOT w.attisdropped AND w.attgenerated = ''
    AND a.attrelid = format('archive.%I', kind || '_' || month)::regclass AND a.attnum > 0 AND NOT a.attisdropped
$$;

-- Makes the four tables of a month, if they are not there.
CREATE FUNCTION make_archive_tables(month text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  kind text;
BEGIN
  FOREACH kind IN ARRAY ARRAY['payout', 'payment', 'payment_status', 'payout_result'] LOOP
    IF to_regclass(format('archive.%I', kind || '_' || month)) IS NULL THEN
      EXECUTE format('CREATE TABLE archive.%I (LIKE public.%I)', kind || '_' || month, kind);
      EXECUTE format('ALTER TABLE archive.%I ADD PRIMARY KEY (%s)', kind || '_' || month, CASE kind WHEN 'payout_result'
        THEN 'payroll_id, line_no' ELSE kind || '_id' END);
      IF kind IN ('payment', 'payout_result') THEN
        EXECUTE format('CREATE INDEX ON archive.%I (payout_id)', kind || '_' || month);
      ELSIF kind = 'payment_status' THEN
        EXECUTE format('CREATE INDEX ON archive.%I (payment_id)', kind || '_' || month);
      END IF;
    END IF;
  END LOOP;
END $$;

-- A hash over every row of each payout in the archive, in one order and one way to write times and days.
CREATE FUNCTION archive_content(month text, ids bigint[]) RETURNS TABLE (payout_id bigint, content_md5 text) LANGUAGE plpgsql STABLE
  SET timezone = 'UTC' SET datestyle = 'ISO, YMD' SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT p.payout_id, md5(concat_ws(E''\n'', p::text,'
    || ' (SELECT string_agg(l::text, E''\n'' ORDER BY l.payment_id) FROM archive.%I l WHERE l.payout_id = p.payout_id),'
    || ' (SELECT string_agg(f::text, E''\n'' ORDER BY f.payment_status_id) FROM archive.%I l JOIN archive.%I f USING (payment_id)'
    || ' WHERE l.payout_id = p.payout_id),'
    || ' (SELECT string_agg(r::text, E''\n'' ORDER BY r.payroll_id, r.line_no) FROM archive.%I r WHERE r.payout_id = p.payout_id)))'
    || ' FROM archive.%I p WHERE p.payout_id = ANY ($1)', 'payment_' || month, 'payment_' || month, 'payment_status_' || month,
    'payout_result_' || month, 'payout_' || month) USING ids;
END $$;

-- Payouts among those given that nothing can be owed for, so that they may be moved: paid long enough ago and written back, in files that
-- are answered, without return, refusal, second booking, credit, case or proposal. Whatever else there is about a payout keeps it here.
CREATE FUNCTION archivable_payouts(of_period date, ids bigint[], paid_until date) RETURNS SETOF bigint LANGUAGE sql VOLATILE
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
  SELECT p.payout_id FROM unnest(ids) g (payout_id) JOIN payout p USING (payout_id)
    JOIN payroll r ON r.payroll_id = p.current_payroll_id JOIN payroll o ON o.payroll_id = p.payroll_id
  WHERE p.period = of_period AND p.state = 'PAID' AND NOT p.key_freed AND r.withdrawn_at IS NULL AND o.withdrawn_at IS NULL
    AND EXISTS (SELECT FROM period_close c WHERE c.period = p.period AND c.programme = p.programme)
    AND EXISTS (SELECT FROM payout_result w WHERE w.payroll_id = p.current_payroll_id AND w.line_no = p.current_line_no
      AND w.payout_id = p.payout_id AND w.outcome = 'PAID')
    AND NOT EXISTS (SELECT FROM payout_result w JOIN result_change c USING (change_id) WHERE w.payout_id = p.payout_id AND NOT c.written)
    AND EXISTS (SELECT FROM payment l WHERE l.payout_id = p.payout_id AND l.state = 'PAID')
    AND NOT EXISTS (SELECT FROM payment l LEFT JOIN batch b USING (batch_id) WHERE l.payout_id = p.payout_id AND (
      l.state NOT IN ('PAID', 'REJECTED', 'UNCOLLECTED', 'CANCELLED') OR l.frozen OR l.provisional IS NOT NULL
      OR l.came_back_from IS NOT NULL OR l.written_off_at IS NOT NULL OR l.credit_matched OR l.return_accepted OR l.paid_on > paid_until
      OR b.batch_id IS NOT NULL AND NOT (b.state IN ('SENT', 'ACKNOWLEDGED') AND b.answered AND NOT b.still_owed
        AND (b.folder = '' OR b.list_closed))
      OR EXISTS (SELECT FROM payment_status s WHERE s.about_batch_id = b.batch_id AND s.file_id IS NULL)   -- compared anew each time
      OR EXISTS (SELECT FROM payment_status s WHERE s.payment_id = l.payment_id AND s.file_id IS NULL)
      OR EXISTS (SELECT FROM refused_payment t WHERE t.payment_id = l.payment_id)
      OR EXISTS (SELECT FROM duplicate_payment d WHERE d.payment_id = l.payment_id)
      OR EXISTS (SELECT FROM payment_credit c WHERE c.payment_id = l.payment_id)
      OR EXISTS (SELECT FROM payment_already_out a WHERE a.end_to_end_id = l.end_to_end_id)
      OR EXISTS (SELECT FROM statement_entry e WHERE e.end_to_end_id = l.end_to_end_id)
      OR l.paid_on > (SELECT max(s.day) FROM statement s WHERE s.partner = l.partner AND s.state = 'CHAINED')))
    AND NOT EXISTS (SELECT FROM payout q WHERE q.entitlement_id = p.entitlement_id AND q.kind = p.kind AND q.key_freed
      AND q.months && p.months)
    AND NOT EXISTS (SELECT FROM case_record c WHERE c.subject = 'payout:' || p.payout_id AND c.state = 'OPEN')
    AND NOT EXISTS (SELECT FROM case_payout m JOIN case_record c USING (case_id) WHERE m.payout_id = p.payout_id AND m.ended_at IS NULL
      AND c.state = 'OPEN')
    AND NOT EXISTS (SELECT FROM repair_proposal w WHERE w.subject = 'payout:' || p.payout_id AND w.state = 'PROPOSED')
    AND NOT EXISTS (SELECT FROM repair_proposal_item i JOIN repair_proposal w USING (proposal_id)
      WHERE i.subject = 'payout:' || p.payout_id AND w.state = 'PROPOSED')
$$;

-- Moves the next payouts of the month, in the order of their ids, with all that belongs to them; the caller's transaction holds all of it
-- or nothing. Gives the last id looked at (null: none was left), how many were moved and their dong. Locks payments before payouts.
CREATE FUNCTION archive_payouts(of_period date, after_id bigint, most integer, paid_until date)
RETURNS TABLE (last_id bigint, moved integer, dong bigint) LANGUAGE plpgsql SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  month text := to_char(of_period, 'YYYY_MM');
  candidates bigint[];
  ids bigint[];
BEGIN
  IF NOT EXISTS (SELECT FROM archived_month m WHERE m.period = of_period AND m.state = 'MOVING') THEN
    RAISE EXCEPTION 'month % is not being moved', month;
  END IF;
  candidates := ARRAY(SELECT p.payout_id FROM payout p WHERE p.period = of_period AND p.payout_id > after_id
    ORDER BY p.payout_id LIMIT most);
  IF cardinality(candidates) = 0 THEN
    RETURN QUERY SELECT null::bigint, 0, 0::bigint;
    RETURN;
  END IF;
  PERFORM FROM payment l WHERE l.payout_id = ANY (candidates) ORDER BY l.payment_id FOR UPDATE;
  PERFORM FROM payout p WHERE p.payout_id = ANY (candidates) ORDER BY p.payout_id FOR UPDATE;
  ids := ARRAY(SELECT * FROM archivable_payouts(of_period, candidates, paid_until));
  PERFORM set_config('hub.archived_month', month, true);
  EXECUTE format('INSERT INTO archive.%I SELECT * FROM payout WHERE payout_id = ANY ($1)', 'payout_' || month) USING ids;
  EXECUTE format('INSERT INTO archive.%I SELECT * FROM payment WHERE payout_id = ANY ($1)', 'payment_' || month) USING ids;
  EXECUTE format('INSERT INTO archive.%I SELECT f.* FROM payment l JOIN payment_status f USING (payment_id) WHERE l.payout_id = ANY ($1)',
    'payment_status_' || month) USING ids;
  EXECUTE format('INSERT INTO archive.%I SELECT * FROM payout_result WHERE payout_id = ANY ($1)', 'payout_result_' || month) USING ids;
  INSERT INTO archived_payout (payout_id, period, payroll_id, line_no, current_payroll_id, current_line_no, programme, commune_code,
    entitlement_key, kind, for_from, for_to, amount_vnd, state, channel, partner, content_md5)
  SELECT p.payout_id, p.period, p.payroll_id, p.line_no, p.current_payroll_id, p.current_line_no, p.programme, p.commune_code,
    md5(p.entitlement_id)::uuid, p.kind, p.for_from, p.for_to, p.amount_vnd, p.state, p.channel, p.partner, c.content_md5
  FROM archive_content(month, ids) c JOIN payout p USING (payout_id);
  INSERT INTO archived_payment (payment_id, payout_id, end_to_end_id, channel, partner, amount_vnd, state, batch_id)
  SELECT l.payment_id, l.payout_id, l.end_to_end_id, l.channel, l.partner, l.amount_vnd, l.state, l.batch_id
  FROM payment l WHERE l.payout_id = ANY (ids);
  UPDATE archived_month m SET last_month = greatest(m.last_month, (SELECT max(p.for_to) FROM payout p WHERE p.payout_id = ANY (ids)))
  WHERE m.period = of_period;
  DELETE FROM payment_status WHERE payment_id IN (SELECT l.payment_id FROM payment l WHERE l.payout_id = ANY (ids));
  DELETE FROM payout_result WHERE payout_id = ANY (ids);
  DELETE FROM payment WHERE payout_id = ANY (ids);
  DELETE FROM payout WHERE payout_id = ANY (ids);
  PERFORM set_config('hub.archived_month', '', true);
  RETURN QUERY SELECT candidates[cardinality(candidates)], cardinality(ids), (SELECT coalesce(sum(a.amount_vnd), 0)::bigint
    FROM archived_payout a WHERE a.payout_id = ANY (ids));
END $$;

-- Whether the tables of the month stand in the database; an administrator may have taken them out.
CREATE FUNCTION archive_is_here(of_period date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT bool_and(to_regclass(format('archive.%I', kind || '_' || to_char(of_period, 'YYYY_MM'))) IS NOT NULL)
  FROM unnest(ARRAY['payout', 'payment', 'payment_status', 'payout_result']) kind
$$;

-- Brings payouts back with all that belongs to them, each row as it left; ids that are not archived are passed over. Throws, and changes
-- nothing, when the month's tables are not here or a row in them is not what was archived. Gives how many came back.
CREATE FUNCTION unarchive_payouts(ids bigint[]) RETURNS integer LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  part record;
  kind text;
  month text;
  changed bigint;
  back integer := 0;
BEGIN
  FOR part IN SELECT s.period, array_agg(s.payout_id ORDER BY s.payout_id) AS ids FROM (
      SELECT a.period, a.payout_id FROM archived_payout a WHERE a.payout_id = ANY (unarchive_payouts.ids)
      ORDER BY a.payout_id FOR UPDATE) s
      GROUP BY s.period ORDER BY s.period LOOP
    month := to_char(part.period, 'YYYY_MM');
    IF NOT archive_is_here(part.period) THEN
      RAISE EXCEPTION 'the tables archive.*_% are not in this database', month;
    END IF;
    SELECT a.payout_id INTO changed FROM archived_payout a LEFT JOIN archive_content(month, part.ids) c USING (payout_id)
      WHERE a.payout_id = ANY (part.ids) AND c.content_md5 IS DISTINCT FROM a.content_md5 LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION 'payout % in the archive is not what was archived', changed;
    END IF;
    FOREACH kind IN ARRAY ARRAY['payout', 'payment', 'payment_status', 'payout_result'] LOOP
      EXECUTE format('INSERT INTO %I (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM archive.%I WHERE %s', kind, archive_columns(kind, month),
        archive_columns(kind, month), kind || '_' || month, CASE kind WHEN 'payment_status'
          THEN format('payment_id IN (SELECT payment_id FROM archive.%I WHERE payout_id = ANY ($1))', 'payment_' || month)
          ELSE 'payout_id = ANY ($1)' END) USING part.ids;
    END LOOP;
    EXECUTE format('DELETE FROM archive.%I WHERE payment_id IN (SELECT payment_id FROM archive.%I WHERE payout_id = ANY ($1))',
      'payment_status_' || month, 'payment_' || month) USING part.ids;
    FOREACH kind IN ARRAY ARRAY['payout_result', 'payment', 'payout'] LOOP
      EXECUTE format('DELETE FROM archive.%I WHERE payout_id = ANY ($1)', kind || '_' || month) USING part.ids;
    END LOOP;
    DELETE FROM archived_payment WHERE payout_id = ANY (part.ids);
    DELETE FROM archived_payout WHERE payout_id = ANY (part.ids);
    back := back + cardinality(part.ids);
  END LOOP;
  RETURN back;
END $$;
