-- The hub's own database: the truth about every payout. Money is whole dong (bigint). Dates are civil dates in
-- Asia/Ho_Chi_Minh by the business clock; a month is the first day of that month. timestamptz columns named *_at
-- hold business time, but for those named in a comment.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- What an agency approved and handed over: programme x commune x period, with control totals.
CREATE TABLE payroll (
  payroll_id           varchar(40) PRIMARY KEY,
  programme            varchar(4)  NOT NULL,
  agency_code          varchar(12) NOT NULL,
  commune_code         char(5)     NOT NULL,
  period_from          date        NOT NULL,
  period               date        NOT NULL,      -- the payroll's period_to
  account_cutoff       date        NOT NULL,
  pay_from             date        NOT NULL,
  pay_until            date        NOT NULL,
  item_count           integer     NOT NULL,
  total_vnd            bigint      NOT NULL,
  approved_at          timestamptz,
  state                varchar(12) NOT NULL CHECK (state IN ('TAKEN','PLANNED','RELEASED','HELD','REFUSED','CANCELLED')),
  released_at          timestamptz,               -- since when its planned payments may travel
  taken_at             timestamptz NOT NULL,
  accepted_count       integer     NOT NULL DEFAULT 0,
  accepted_vnd         bigint      NOT NULL DEFAULT 0,
  refused_count        integer     NOT NULL DEFAULT 0,
  refused_vnd          bigint      NOT NULL DEFAULT 0,
  message              text,
  -- the receipt in the welfare database follows: what should stand there, and what is known to stand there
  receipt_status       varchar(10) NOT NULL CHECK (receipt_status IN ('TAKEN','HELD','REFUSED','CANCELLED','DISPATCHED','SETTLED')),
  receipt_revision     integer    NOT NULL DEFAULT 1,
  receipt_written      integer    NOT NULL DEFAULT 0,
  retry_at             timestamptz,               -- wall clock: when the recovery run queues its next step again if nothing came of it
  version              integer     NOT NULL DEFAULT 0,
  withdrawn_at         timestamptz,               -- when the hub learned that its agency took it back
  release_approved_vnd bigint CHECK (release_approved_vnd > 0),
  superseded_by        varchar(40) REFERENCES payroll CHECK (superseded_by IS NULL OR state = 'HELD'),   -- see held_payroll
  -- rule 5: in = out + refused at this border, in number and in money
  CONSTRAINT payroll_border CHECK (state IN ('HELD','CANCELLED')
    OR (accepted_count + refused_count = item_count AND accepted_vnd + refused_vnd = total_vnd))
);
CREATE INDEX ON payroll (period, programme);
-- A payroll that its agency took back. When nothing of it had a number it is CANCELLED; else its payouts are decided one by one.
CREATE INDEX payroll_withdrawn ON payroll (payroll_id) WHERE withdrawn_at IS NOT NULL;
-- What two persons let travel above the limit; the release itself follows when the persons concerned have been read afresh.
COMMENT ON COLUMN payroll.release_approved_vnd IS 'dong that two persons approved (RELEASE_PAYROLL); null: nobody was asked or nobody answered';

-- Payrolls held for their totals that still wait: each keeps its programme's month open until its agency withdraws it, another payroll
-- of the same programme, commune and period is taken after it, or two persons dismiss it (DISMISS_PAYROLL).
CREATE VIEW held_payroll AS
  SELECT payroll_id, programme, commune_code, period, item_count, total_vnd, message FROM payroll
  WHERE state = 'HELD' AND superseded_by IS NULL;

CREATE TABLE payroll_refusal (
  payroll_id  varchar(40) NOT NULL REFERENCES payroll,
  line_no     integer     NOT NULL,
  amount_vnd  bigint      NOT NULL,
  reason_code varchar(20) NOT NULL,
  reason_text text        NOT NULL,
  written     boolean     NOT NULL DEFAULT false,
  PRIMARY KEY (payroll_id, line_no)
);
CREATE INDEX ON payroll_refusal (payroll_id) WHERE NOT written;

-- One liability: one payroll line that must reach its payee.
CREATE TABLE payout (
  payout_id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  payroll_id         varchar(40) NOT NULL REFERENCES payroll,       -- the line that made it
  line_no            integer     NOT NULL,
  current_payroll_id varchar(40) NOT NULL REFERENCES payroll,       -- the line that owns its result: a revival moves it
  current_line_no    integer     NOT NULL,
  programme          varchar(4)  NOT NULL,
  commune_code       char(5)     NOT NULL,
  period             date        NOT NULL,                          -- of the current payroll: where the settlement counts it
  entitlement_id     varchar(24) NOT NULL,
  beneficiary_id     varchar(20) NOT NULL,
  kind               varchar(10) NOT NULL CHECK (kind IN ('REGULAR','ARREARS','ONE_OFF','FUNERAL')),
  for_from           date        NOT NULL,
  for_to             date        NOT NULL,
  months             daterange   GENERATED ALWAYS AS (daterange(for_from, for_to, '[]')) STORED,
  amount_vnd         bigint      NOT NULL CHECK (amount_vnd > 0),
  state              varchar(12) NOT NULL CHECK (state IN ('OPEN','HELD','PAID','CARRIED_OVER','HANDED_BACK','STOPPED','CANCELLED')),
  hold_reason        varchar(30),
  key_freed          boolean     NOT NULL DEFAULT false,
  attempt            integer     NOT NULL DEFAULT 1,                -- of its newest payment, or of its first; runs on through revivals
  -- the channel decision and the words for it
  channel            varchar(12) CHECK (channel IN ('BANK','POST_CASH','COMMUNE_CASH')),
  partner            varchar(20),                                   -- of the newest payment; before planning, of the first; null = none
  explanation        text,
  -- as the welfare database said when the line was taken; personal, shown masked
  beneficiary_name   text        NOT NULL,
  beneficiary_no     varchar(12),
  birth_year         smallint,
  sex                char(1),
  address            text,
  circumstance       varchar(10) NOT NULL,
  no_transfer        boolean     NOT NULL,
  cash_place         varchar(7)  NOT NULL,
  payee_name         text        NOT NULL,
  payee_no           varchar(12),
  payee_relation     varchar(10) NOT NULL,
  bank_bin           char(6),
  account_no         varchar(24),
  account_name       text,
  authorised_name    text,
  authorised_no      varchar(12),
  authorisation_doc  varchar(30),
  authorised_until   date,
  pay_from           date        NOT NULL,
  pay_until          date        NOT NULL,
  updated_at         timestamptz NOT NULL,
  UNIQUE (payroll_id, line_no),
  UNIQUE (current_payroll_id, current_line_no),
  CONSTRAINT payout_held_has_reason CHECK (state <> 'HELD' OR hold_reason IS NOT NULL),
  CONSTRAINT payout_freed_is_over CHECK (NOT key_freed OR state IN ('CANCELLED','HANDED_BACK','STOPPED')),
  -- the payout key: no two payouts of one entitlement share a month. The index holds the entitlement as 128 bits of its hash: of one
  -- length, so that it stays exact inside the tree, and half the work of text; should two ever fall together, a line would be refused
  CONSTRAINT payout_key_regular EXCLUDE USING gist ((md5(entitlement_id)::uuid) WITH =, months WITH &&)
    WHERE (kind = 'REGULAR' AND NOT key_freed)
) WITH (fillfactor = 50);   -- room beside each row for its next version: planning and paying then touch no index
CREATE UNIQUE INDEX payout_key_other ON payout (entitlement_id, kind, for_from, for_to) WHERE kind <> 'REGULAR' AND NOT key_freed;
CREATE INDEX ON payout (current_payroll_id);
CREATE INDEX ON payout (period, programme);   -- without the state: an index on it would be written anew at every change
CREATE INDEX ON payout (entitlement_id);

-- With which route and mapping files a batch was made.
CREATE TABLE configuration (
  configuration_sha256 varchar(64) PRIMARY KEY,   -- of the lines in files
  files                text        NOT NULL,      -- one line a file, by name: SHA-256, two blanks, name
  first_used_at        timestamptz NOT NULL DEFAULT now()
);

-- Payments that travel together to one partner: one file, or one API bulk.
CREATE TABLE batch (
  batch_id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  partner                    varchar(20) NOT NULL,
  kind                       varchar(16) NOT NULL CHECK (kind IN ('PAYMENT','ACCOUNT_OPENING')),
  folder                     varchar(20) NOT NULL DEFAULT '',   -- post office or commune of a list; '' at a bank
  programme                  varchar(4),                        -- of a commune list
  period                     date,                              -- of a cash list
  value_date                 date,                              -- of a bank file
  state                      varchar(14) NOT NULL CHECK (state IN
    ('OPEN','CANCELLED','BUILT','SENDING','IN_DOUBT','SENT','ACKNOWLEDGED','REFUSED','WAITING_FUNDS')),
  seq                        integer,
  file_name                  text,
  file_sha256                varchar(64),
  file_size                  bigint,
  payment_count              integer     NOT NULL,
  total_vnd                  bigint      NOT NULL,
  upload_attempt             integer   NOT NULL DEFAULT 0,
  proof                      text,                              -- what showed that the partner holds it
  opened_at                  timestamptz NOT NULL,
  built_at                   timestamptz,
  sent_at                    timestamptz,
  acknowledged_at            timestamptz,
  answer_due_on              date,                             -- after this day a missing last answer is a case
  still_owed                 boolean     NOT NULL DEFAULT false, -- the last answer left payments in progress: they are due by that day too
  list_version               integer     NOT NULL DEFAULT 0,    -- highest version of a cash list's answers
  list_closed                boolean     NOT NULL DEFAULT false,
  answered                   boolean     NOT NULL DEFAULT false,-- every line was named at least once
  retry_at                   timestamptz,                       -- wall clock: when the recovery run queues it again if nothing came of it
  acknowledgement_no         integer     NOT NULL DEFAULT 0,    -- number of the newest ACK or X about the whole file
  version                    integer     NOT NULL DEFAULT 0,
  configuration_sha256       varchar(64) REFERENCES configuration,
  acknowledgement_written_at timestamptz,   -- of one without a number of its own: an older one says nothing any more
  acknowledgement_content    varchar(80),
  CONSTRAINT batch_numbered CHECK ((seq IS NULL) = (state IN ('OPEN','CANCELLED'))),
  CONSTRAINT batch_archived CHECK (seq IS NULL OR (file_name IS NOT NULL AND file_sha256 IS NOT NULL AND file_size IS NOT NULL)),
  UNIQUE (partner, kind, folder, seq)
);
CREATE INDEX ON batch (state);
CREATE INDEX batch_awaited ON batch (partner) WHERE state IN ('SENT', 'ACKNOWLEDGED') AND (NOT answered OR still_owed);
-- An ACK or X that comes again under its number and says the same is no news, however its text was cut; another refusal is a conflict.
COMMENT ON COLUMN batch.acknowledgement_content IS 'code and SHA-256 of the answer that acknowledgement_no counts; null: none, or one heard before this column was';

-- The last number given per partner and file kind (folder for lists), without a gap, for ever.
CREATE TABLE file_sequence (
  partner  varchar(20) NOT NULL,
  kind     varchar(16) NOT NULL,
  folder   varchar(20) NOT NULL DEFAULT '',
  last_seq integer     NOT NULL CHECK (last_seq >= 0),
  PRIMARY KEY (partner, kind, folder)
);

-- One attempt to deliver a payout; account and payee frozen as they were.
CREATE TABLE payment (
  payment_id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  payout_id        bigint      NOT NULL REFERENCES payout,
  attempt          integer     NOT NULL CHECK (attempt >= 1),
  end_to_end_id    char(16)    NOT NULL UNIQUE,
  channel          varchar(12) NOT NULL CHECK (channel IN ('BANK','POST_CASH','COMMUNE_CASH')),
  partner          varchar(20) NOT NULL,
  folder           varchar(20) NOT NULL DEFAULT '',
  amount_vnd       bigint      NOT NULL CHECK (amount_vnd > 0),
  bank_bin         char(6),
  account_no       varchar(24),
  account_name     text,
  state            varchar(13) NOT NULL CHECK (state IN
    ('PLANNED','BATCHED','SENT','ACCEPTED','PAID','REJECTED','UNCOLLECTED','CANCELLED','RETURNED','PAID_IN_ERROR')),
  -- what indexes ask of the state; they change less often than it does, and so do the indexes: no index names the state itself
  planned          boolean     GENERATED ALWAYS AS (state = 'PLANNED') STORED,
  alive_or_paid    boolean     GENERATED ALWAYS AS (state IN ('PLANNED','BATCHED','SENT','ACCEPTED','PAID')) STORED,
  ended_unpaid     boolean     GENERATED ALWAYS AS (state IN ('REJECTED','UNCOLLECTED','RETURNED','CANCELLED')) STORED,
  paid_out         boolean     GENERATED ALWAYS AS (state IN ('PAID','PAID_IN_ERROR')) STORED,
  provisional      varchar(6) CHECK (provisional IN ('PAID','UNPAID')),   -- a cash answer before the list is closed
  released_at      timestamptz,                      -- when persons or a re-route let it travel; null = with its payroll
  frozen           boolean     NOT NULL DEFAULT false,                    -- may not be batched: a person decides
  batch_id         bigint REFERENCES batch,
  batch_line       integer,
  paid_on          date,
  received_by      text,
  partner_ref      varchar(140),
  reason_code      varchar(20),
  reason_text      text,
  updated_at       timestamptz NOT NULL,
  credit_matched   boolean    NOT NULL DEFAULT false,   -- rule 1: after RETURNED a new payment needs the credit on the statement
  return_accepted  boolean    NOT NULL DEFAULT false,   -- two persons let the payout be paid anew without that credit
  credit_awaited   boolean    GENERATED ALWAYS AS (state = 'RETURNED' AND NOT credit_matched) STORED,
  came_back_from   bigint REFERENCES batch,             -- the refused or unverified file that it came back from: released together
  written_off_at   timestamptz,                         -- money that went in error: two persons wrote it off (RETURNED: recovered)
  name_checked_at  timestamptz,                        -- null = not compared yet, or no check is asked for its bank
  frozen_for_batch bigint REFERENCES batch,           -- why it is frozen: that refused file; two persons release it by batch or payout
  UNIQUE (payout_id, attempt),
  CONSTRAINT payment_in_batch CHECK ((batch_id IS NULL) = (batch_line IS NULL)),
  CONSTRAINT payment_travels_in_batch CHECK (state NOT IN ('BATCHED','SENT','ACCEPTED') OR batch_id IS NOT NULL),
  CONSTRAINT payment_paid_has_day CHECK (state NOT IN ('PAID','PAID_IN_ERROR') OR paid_on IS NOT NULL),
  CONSTRAINT payment_frozen_for_batch CHECK (frozen_for_batch IS NULL OR frozen)
) WITH (fillfactor = 50);   -- as for payouts
-- Rule 1: a payout has at most one payment that is alive or paid.
CREATE UNIQUE INDEX payment_one_alive_or_paid ON payment (payout_id) WHERE alive_or_paid;
CREATE INDEX payment_to_batch ON payment (partner, folder) WHERE planned;
CREATE INDEX ON payment (batch_id, payment_id);   -- in this order a batch is read in chunks
CREATE INDEX payment_ended_unpaid ON payment (payout_id) WHERE ended_unpaid;
CREATE INDEX payment_paid ON payment (partner, paid_on) INCLUDE (amount_vnd) WHERE paid_out;
CREATE INDEX payment_credit_awaited ON payment (partner) WHERE credit_awaited;
CREATE INDEX ON payment (came_back_from) WHERE came_back_from IS NOT NULL;
CREATE INDEX payment_of_refused_batch ON payment (frozen_for_batch) WHERE frozen_for_batch IS NOT NULL;

-- Planned payments with what decides when they travel. One travels with its payroll, unless it came back from a file, which persons release.
CREATE VIEW planned_payment AS
SELECT l.payment_id, l.payout_id, l.partner, l.folder, l.end_to_end_id, l.amount_vnd, l.bank_bin, l.frozen, l.name_checked_at,
  p.programme, p.period, p.pay_from, p.pay_until, p.current_payroll_id,
  coalesce(l.released_at, CASE WHEN l.came_back_from IS NULL THEN r.released_at END) AS released_at
FROM payment l JOIN payout p USING (payout_id) JOIN payroll r ON r.payroll_id = p.current_payroll_id
WHERE l.planned;

-- Payrolls in which a partner may have payments to gather, by the time of their release: what gathering looks through, so that it costs
-- what is due. Triggers write a row when a payment may travel; gathering deletes it when none is left.
CREATE TABLE payroll_to_gather (
  partner     varchar(20) NOT NULL,
  payroll_id  varchar(40) NOT NULL,   -- without a foreign key, which would lock the payroll's row
  released_at timestamptz NOT NULL,   -- -infinity: with its payroll
  PRIMARY KEY (partner, payroll_id, released_at)
);

-- Leaves the row locked until the transaction ends: gathering does not delete it before these payments can be seen.
CREATE FUNCTION note_to_gather(of_partner varchar, of_payroll varchar, released timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOOP
    INSERT INTO payroll_to_gather (partner, payroll_id, released_at) VALUES (of_partner, of_payroll, released) ON CONFLICT DO NOTHING;
    EXIT WHEN FOUND;
    PERFORM FROM payroll_to_gather WHERE partner = of_partner AND payroll_id = of_payroll AND released_at = released FOR KEY SHARE;
    EXIT WHEN FOUND;
  END LOOP;
END $$;

CREATE FUNCTION payments_may_travel() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  PERFORM note_to_gather(s.partner, s.current_payroll_id, s.released)
  FROM (SELECT DISTINCT l.partner, p.current_payroll_id, coalesce(l.released_at, '-infinity') AS released
    FROM started l JOIN payout p USING (payout_id)
    WHERE l.state = 'PLANNED' AND NOT l.frozen AND (l.released_at IS NOT NULL OR l.came_back_from IS NULL) ORDER BY 1, 2, 3) s;
  RETURN NULL;
END $$;
CREATE TRIGGER payments_may_travel AFTER INSERT ON payment
  REFERENCING NEW TABLE AS started FOR EACH STATEMENT EXECUTE FUNCTION payments_may_travel();

CREATE FUNCTION payment_may_travel_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_to_gather(NEW.partner, p.current_payroll_id, coalesce(NEW.released_at, '-infinity'))
  FROM payout p WHERE p.payout_id = NEW.payout_id;
  RETURN NULL;
END $$;
CREATE TRIGGER payment_may_travel_again AFTER UPDATE OF state, released_at, came_back_from, frozen ON payment FOR EACH ROW
  WHEN (NEW.state = 'PLANNED' AND NOT NEW.frozen AND (NEW.released_at IS NOT NULL OR NEW.came_back_from IS NULL)
    AND (OLD.state, OLD.frozen, OLD.released_at, OLD.came_back_from)
      IS DISTINCT FROM (NEW.state, NEW.frozen, NEW.released_at, NEW.came_back_from))
  EXECUTE FUNCTION payment_may_travel_again();

-- Payrolls of which a payout that was over is open again, so that a settled receipt is looked at anew: by rows that a trigger writes, so
-- that nothing reads the payouts of all settled payrolls. Without a foreign key, which would lock the payroll's row.
CREATE TABLE payroll_reopened (
  reopened_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  payroll_id  varchar(40) NOT NULL
);

CREATE FUNCTION note_reopened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO payroll_reopened (payroll_id) VALUES (NEW.current_payroll_id);
  RETURN NULL;
END $$;
CREATE TRIGGER payout_reopened AFTER UPDATE OF state ON payout FOR EACH ROW
  WHEN (OLD.state NOT IN ('OPEN','HELD') AND NEW.state IN ('OPEN','HELD')) EXECUTE FUNCTION note_reopened();

CREATE INDEX payroll_unsettled ON payroll (payroll_id) WHERE state = 'RELEASED' AND receipt_status IN ('TAKEN','DISPATCHED');

-- Receipts that say less than what is true now: DISPATCHED when every payment has left the hub, SETTLED when nothing of it is open.
CREATE VIEW receipt_to_advance AS
SELECT p.payroll_id, n.status
FROM (SELECT payroll_id, receipt_status FROM payroll WHERE state = 'RELEASED' AND receipt_status IN ('TAKEN','DISPATCHED')
    UNION ALL
    SELECT payroll_id, receipt_status FROM payroll WHERE state = 'RELEASED' AND receipt_status = 'SETTLED'
      AND payroll_id IN (SELECT payroll_id FROM payroll_reopened)) p
  CROSS JOIN LATERAL (
    SELECT CASE WHEN NOT EXISTS (SELECT FROM payout o WHERE o.current_payroll_id = p.payroll_id) THEN NULL
      WHEN NOT EXISTS (SELECT FROM payout o WHERE o.current_payroll_id = p.payroll_id AND o.state IN ('OPEN','HELD')) THEN 'SETTLED'
      WHEN p.receipt_status <> 'DISPATCHED' AND NOT EXISTS (SELECT FROM payout o
          LEFT JOIN payment l ON l.payout_id = o.payout_id AND l.attempt = o.attempt
        WHERE o.current_payroll_id = p.payroll_id AND o.state = 'OPEN' AND (l.state IS NULL OR l.state IN ('PLANNED','BATCHED')))
        THEN 'DISPATCHED' END AS status) n
WHERE n.status IS NOT NULL AND n.status <> p.receipt_status;

-- Exact bytes that came or went.
CREATE TABLE file (
  file_id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  direction       varchar(3)  NOT NULL CHECK (direction IN ('IN','OUT')),
  partner         varchar(20) NOT NULL,
  folder          varchar(60) NOT NULL DEFAULT '',
  name            text        NOT NULL,
  sha256          varchar(64) NOT NULL,
  size_bytes      bigint      NOT NULL,
  content_key     text        NOT NULL,              -- what makes it the same file: its hash; for an ACK its name and hash
  state           varchar(10) NOT NULL CHECK (state IN ('ARCHIVED','DONE','IGNORED','SET_ASIDE')),
  batch_id        bigint REFERENCES batch,
  line_count      integer,
  applied_count   integer,
  message         text,
  received_at     timestamptz NOT NULL,
  retry_at        timestamptz,                       -- wall clock: when the recovery run queues it again if nothing came of it
  version         integer     NOT NULL DEFAULT 0,
  kind            varchar(20) CHECK (kind IN ('STATEMENT','ACCOUNT_OPENING')),   -- what a later stage reads again
  unfinished      boolean NOT NULL DEFAULT false,   -- ended short: what comes later under its name replaces it
  results_counted boolean NOT NULL DEFAULT false,   -- its PAID statuses stand in statement_debit
  UNIQUE (direction, partner, content_key)
);
CREATE INDEX ON file (state) WHERE state = 'ARCHIVED';
CREATE INDEX ON file (batch_id) WHERE batch_id IS NOT NULL;   -- the page of a batch shows its replies
CREATE INDEX file_statements ON file (file_id) WHERE kind = 'STATEMENT';
-- Movements name payments of any file of ours: such a file carries no batch, and its PAID statuses count for the payments' own batches.
CREATE INDEX file_to_count ON file (partner) WHERE direction = 'IN' AND state = 'DONE' AND folder = '' AND NOT results_counted;

-- Each time bytes arrived, the same bytes too: evidence of what a partner put where and when.
CREATE TABLE file_arrival (
  arrival_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  file_id    bigint      NOT NULL REFERENCES file,
  folder     varchar(60) NOT NULL,
  name       text        NOT NULL,
  arrived_at timestamptz NOT NULL
);
CREATE INDEX ON file_arrival (folder, name);

-- Answers to a batch that are numbered by the partner: parts of a result, versions of a list.
CREATE TABLE batch_reply (
  batch_id bigint      NOT NULL REFERENCES batch,
  kind     varchar(8)  NOT NULL CHECK (kind IN ('PART','VERSION')),
  number   integer     NOT NULL,
  sha256   varchar(64) NOT NULL,
  closing  boolean     NOT NULL,
  file_id  bigint      NOT NULL REFERENCES file,
  PRIMARY KEY (batch_id, kind, number)
);

-- What a partner reported about a payment, as it was reported; append-only.
CREATE TABLE payment_status (
  payment_status_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  payment_id        bigint      NOT NULL REFERENCES payment,
  file_id           bigint REFERENCES file,
  line_no           integer     NOT NULL,
  reported          varchar(12) NOT NULL CHECK (reported IN ('ACCEPTED','PAID','REJECTED','RETURNED','UNCOLLECTED','UNKNOWN')),
  provisional       boolean     NOT NULL,
  amount_vnd        bigint      NOT NULL,
  code              varchar(20),
  reason_text       text,
  partner_ref       varchar(140),
  happened_on       date,                            -- as it was stated
  day_stated        boolean     NOT NULL DEFAULT true,  -- false: none was stated for the payment; happened_on is the message's own day
  day_impossible    boolean     NOT NULL DEFAULT false, -- of PAID: no day on which it can have been paid; the day of arrival counts
  received_by       text,
  list_version      integer     NOT NULL DEFAULT 0,    -- 0 at a bank
  effect            varchar(16) NOT NULL CHECK (effect IN ('APPLIED','NO_CHANGE','AMOUNT_DIFFERS','CONTRADICTS','CODE_UNKNOWN',
    'REFUSED_FILE','PAID_TWICE','RECOVERED')),
  status_hash       char(32)    NOT NULL,              -- md5 over what was reported; the same reported twice is one status
  received_at       timestamptz NOT NULL,
  about_batch_id    bigint REFERENCES batch,   -- of which file of ours it speaks: the named one, else the one it travelled in
  UNIQUE (payment_id, status_hash)
);
CREATE INDEX payment_status_of_file ON payment_status (file_id);

-- Something a person must decide.
CREATE TABLE case_record (
  case_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind       varchar(40) NOT NULL,
  subject    varchar(80) NOT NULL,               -- payroll:..., payout:..., batch:..., file:..., partner:..., agency:...
  partner    varchar(20),
  file_id    bigint REFERENCES file,
  line_no    integer,
  field      varchar(40),
  evidence   text        NOT NULL,               -- Vietnamese, no personal data
  item_count integer     NOT NULL DEFAULT 1,
  amount_vnd bigint,
  state      varchar(8)  NOT NULL CHECK (state IN ('OPEN','CLOSED')),
  opened_at  timestamptz NOT NULL,
  due_at     timestamptz,
  closed_at  timestamptz,
  closed_by  varchar(60),
  resolution text,
  agency     varchar(12),                        -- with the cause: payouts held for the same on the same day join this case
  cause      varchar(40),
  version    integer     NOT NULL DEFAULT 0,
  CONSTRAINT case_cause_of_agency CHECK ((agency IS NULL) = (cause IS NULL))
);
CREATE UNIQUE INDEX case_open_once ON case_record (kind, subject, coalesce(file_id, 0), coalesce(line_no, 0)) WHERE state = 'OPEN';
CREATE INDEX ON case_record (subject);
CREATE INDEX case_joinable ON case_record (agency, cause) WHERE state = 'OPEN' AND agency IS NOT NULL;

-- The payouts of a case that has a cause: with one of them the case is about that payout, with several about its agency.
CREATE TABLE case_payout (
  case_id    bigint NOT NULL REFERENCES case_record ON DELETE CASCADE,
  payout_id  bigint NOT NULL,
  amount_vnd bigint,
  evidence   text   NOT NULL,                    -- Vietnamese, no personal data
  ended_at   timestamptz,                        -- decided for this payout; the case closes with its last one
  PRIMARY KEY (case_id, payout_id)
);
CREATE INDEX ON case_payout (payout_id);

-- Each case by everything that it is about: its own subject, and every payout of a case about several.
CREATE VIEW case_about AS
  SELECT c.case_id, c.kind, c.subject, c.state, c.evidence, c.amount_vnd, c.file_id, c.due_at FROM case_record c
  UNION ALL
  SELECT c.case_id, c.kind, 'payout:' || m.payout_id, CASE WHEN m.ended_at IS NULL THEN c.state ELSE 'CLOSED' END, m.evidence,
    m.amount_vnd, c.file_id, c.due_at
  FROM case_payout m JOIN case_record c USING (case_id) WHERE c.subject LIKE 'agency:%';

-- The verbs of the module cases for statements that open or end many cases at once: no other module writes case_record.
-- A case that is open already for the same kind, subject, file and line stays as it is, and no number is used up for it.
CREATE FUNCTION open_case(kind text, subject text, evidence text, opened_at timestamptz, due_at timestamptz, partner text DEFAULT NULL,
  file_id bigint DEFAULT NULL, line_no integer DEFAULT NULL, amount_vnd bigint DEFAULT NULL, item_count integer DEFAULT 1,
  field text DEFAULT NULL)
RETURNS void LANGUAGE sql AS $$
  INSERT INTO case_record (kind, subject, partner, file_id, line_no, field, evidence, item_count, amount_vnd, state, opened_at, due_at)
  SELECT open_case.kind, open_case.subject, open_case.partner, open_case.file_id, open_case.line_no, open_case.field, open_case.evidence,
    open_case.item_count, open_case.amount_vnd, 'OPEN', open_case.opened_at, open_case.due_at
  WHERE NOT EXISTS (SELECT FROM case_record c WHERE c.state = 'OPEN' AND c.kind = open_case.kind AND c.subject = open_case.subject
    AND coalesce(c.file_id, 0) = coalesce(open_case.file_id, 0) AND coalesce(c.line_no, 0) = coalesce(open_case.line_no, 0))
  ON CONFLICT (kind, subject, coalesce(file_id, 0), coalesce(line_no, 0)) WHERE state = 'OPEN' DO NOTHING
$$;

-- Opens the case PAYOUT_HELD of a payout, or adds the payout to the case that is open since the same day for the same cause and agency.
-- A payout with such a case already stays where it is. The update waits for whoever ends another payout of that case.
CREATE FUNCTION hold_case(payout bigint, agency text, cause text, evidence text, opened_at timestamptz, due_at timestamptz,
  partner text DEFAULT NULL, amount_vnd bigint DEFAULT NULL)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  joined bigint;
BEGIN
  IF EXISTS (SELECT FROM case_record c WHERE c.kind = 'PAYOUT_HELD' AND c.state = 'OPEN' AND c.subject = 'payout:' || payout)
      OR EXISTS (SELECT FROM case_payout m JOIN case_record c USING (case_id)
        WHERE m.payout_id = payout AND m.ended_at IS NULL AND c.state = 'OPEN') THEN
    RETURN;
  END IF;
  UPDATE case_record c SET item_count = c.item_count + 1, amount_vnd = coalesce(c.amount_vnd, 0) + coalesce(hold_case.amount_vnd, 0),
    subject = CASE WHEN c.subject LIKE 'payout:%' THEN 'agency:' || c.agency || '/' || c.cause || '/' || c.case_id ELSE c.subject END,
    evidence = CASE WHEN c.subject LIKE 'payout:%' THEN c.evidence || ' Cơ quan này còn khoản khác cùng lý do; trang của vụ việc nêu'
      || ' từng khoản.' ELSE c.evidence END,
    partner = CASE WHEN c.partner = hold_case.partner THEN c.partner END, version = c.version + 1
  WHERE c.state = 'OPEN' AND c.case_id = (SELECT min(o.case_id) FROM case_record o WHERE o.state = 'OPEN' AND o.kind = 'PAYOUT_HELD'
    AND o.agency = hold_case.agency AND o.cause = hold_case.cause
    AND (o.opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date = (hold_case.opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
  RETURNING c.case_id INTO joined;
  IF joined IS NULL THEN
    INSERT INTO case_record (kind, subject, partner, evidence, item_count, amount_vnd, state, opened_at, due_at, agency, cause)
    VALUES ('PAYOUT_HELD', 'payout:' || payout, hold_case.partner, hold_case.evidence, 1, hold_case.amount_vnd, 'OPEN',
      hold_case.opened_at, hold_case.due_at, hold_case.agency, hold_case.cause)
    RETURNING case_id INTO joined;
  END IF;
  INSERT INTO case_payout AS m (case_id, payout_id, amount_vnd, evidence)
  VALUES (joined, payout, hold_case.amount_vnd, hold_case.evidence)
  ON CONFLICT (case_id, payout_id) DO UPDATE SET amount_vnd = excluded.amount_vnd, evidence = excluded.evidence, ended_at = NULL;
END
$$;

-- Ends every open case of the kinds (NULL = of any kind) about the subject; gives how many. A payout of a case with a cause leaves it, and
-- the case closes with its last payout.
CREATE FUNCTION close_cases(kinds text[], subject text, closed_at timestamptz, resolution text, closed_by text DEFAULT 'hub')
RETURNS bigint LANGUAGE sql AS $$
  WITH closed AS (
    UPDATE case_record c SET state = 'CLOSED', closed_at = close_cases.closed_at, closed_by = close_cases.closed_by,
      resolution = close_cases.resolution, version = c.version + 1
    WHERE (kinds IS NULL OR c.kind = ANY (kinds)) AND c.subject = close_cases.subject AND c.state = 'OPEN' AND c.agency IS NULL
    RETURNING 1),
  ended AS (
    UPDATE case_payout m SET ended_at = close_cases.closed_at
    FROM case_record c
    WHERE m.payout_id = CASE WHEN close_cases.subject ~ '^payout:[0-9]{1,18}$' THEN substr(close_cases.subject, 8)::bigint END
      AND m.ended_at IS NULL AND c.case_id = m.case_id AND c.state = 'OPEN' AND (kinds IS NULL OR c.kind = ANY (kinds))
    RETURNING m.case_id, m.amount_vnd),
  left_over AS (
    UPDATE case_record c SET state = CASE WHEN c.item_count > 1 THEN 'OPEN' ELSE 'CLOSED' END,
      item_count = CASE WHEN c.item_count > 1 THEN c.item_count - 1
        ELSE (SELECT count(*) FROM case_payout m WHERE m.case_id = c.case_id) END,
      amount_vnd = CASE WHEN c.item_count > 1 THEN c.amount_vnd - coalesce(e.amount_vnd, 0)
        ELSE (SELECT sum(m.amount_vnd) FROM case_payout m WHERE m.case_id = c.case_id) END,
      closed_at = CASE WHEN c.item_count = 1 THEN close_cases.closed_at END,
      closed_by = CASE WHEN c.item_count = 1 THEN close_cases.closed_by END,
      resolution = CASE WHEN c.item_count = 1 THEN close_cases.resolution END, version = c.version + 1
    FROM ended e WHERE e.case_id = c.case_id AND c.state = 'OPEN'
    RETURNING 1)
  SELECT (SELECT count(*) FROM closed) + (SELECT count(*) FROM left_over)
$$;

-- Results that were stated together: all of them are due until the change is known to be written to the welfare database.
CREATE TABLE result_change (
  change_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  written   boolean NOT NULL DEFAULT false
);
CREATE INDEX result_change_due ON result_change (change_id) WHERE NOT written;

-- What should stand in the welfare database for a line. It belongs to its newest change: written row by row it would be a second version.
CREATE TABLE payout_result (
  payroll_id       varchar(40) NOT NULL,
  line_no          integer     NOT NULL,
  payout_id        bigint      NOT NULL REFERENCES payout,
  outcome          varchar(12) NOT NULL CHECK (outcome IN ('PAID','REOPENED','CARRIED_OVER','HANDED_BACK','STOPPED')),
  channel          varchar(12),
  partner          varchar(20),
  end_to_end_id    char(16),
  amount_vnd       bigint      NOT NULL,
  paid_on          date,
  received_by      text,
  partner_ref      varchar(140),
  reason_code      varchar(20),
  reason_text      text,
  revision         integer     NOT NULL,
  change_id        bigint      NOT NULL REFERENCES result_change,
  updated_at       timestamptz NOT NULL,
  PRIMARY KEY (payroll_id, line_no),
  CHECK (outcome <> 'PAID' OR (channel IS NOT NULL AND partner IS NOT NULL AND paid_on IS NOT NULL))
);
CREATE INDEX ON payout_result (change_id, payroll_id, line_no);

CREATE TABLE funding_need (
  payroll_id       varchar(40) NOT NULL REFERENCES payroll,
  partner          varchar(20) NOT NULL,               -- 'none' = held, at no partner yet
  item_count       integer     NOT NULL,
  total_vnd        bigint      NOT NULL,
  revision         integer     NOT NULL,
  written_revision integer NOT NULL DEFAULT 0,
  updated_at       timestamptz NOT NULL,
  PRIMARY KEY (payroll_id, partner)
);

-- Period x partner x programme: every movement of the settlement, append-only, signed.
CREATE TABLE booking (
  booking_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  period      date        NOT NULL,
  partner     varchar(20) NOT NULL,
  programme   varchar(4)  NOT NULL,
  column_name varchar(12) NOT NULL CHECK (column_name IN
    ('HANDED_OVER','CARRIED_IN','MOVED_IN','CAME_BACK','PAID','CARRIED_OUT','MOVED_OUT','HANDED_BACK')),
  payroll_id  varchar(40) REFERENCES payroll,     -- HANDED_OVER of all payouts that the payroll made and planned at the partner
  payout_id   bigint REFERENCES payout,           -- else of one payout
  payment_id  bigint REFERENCES payment,
  item_count  integer     NOT NULL CHECK (item_count <> 0),
  amount_vnd  bigint      NOT NULL CHECK (sign(amount_vnd) = sign(item_count)),
  booked_on   date        NOT NULL,
  CONSTRAINT booking_of_one CHECK ((payroll_id IS NULL) <> (payout_id IS NULL)),
  CONSTRAINT booking_of_payroll CHECK (payroll_id IS NULL OR column_name = 'HANDED_OVER' AND payment_id IS NULL),
  CONSTRAINT booking_of_payout CHECK (payout_id IS NULL OR item_count IN (-1, 1))
);
CREATE UNIQUE INDEX booking_payroll_once ON booking (payroll_id, partner) WHERE payroll_id IS NOT NULL;
CREATE INDEX ON booking (period, partner, programme);
CREATE INDEX ON booking (payout_id);

-- The entries of each payout. One that was planned at once has no HANDED_OVER of its own: it is in the entry of its payroll at the partner of
-- its first payment.
CREATE VIEW payout_booking AS
SELECT booking_id, period, partner, programme, column_name, payout_id, payment_id, item_count, amount_vnd, booked_on
FROM booking WHERE payout_id IS NOT NULL
UNION ALL
SELECT b.booking_id, b.period, b.partner, b.programme, b.column_name, p.payout_id, l.payment_id, 1, p.amount_vnd, b.booked_on
FROM payout p JOIN payment l ON l.payout_id = p.payout_id AND l.attempt = 1
JOIN booking b ON b.payroll_id = p.payroll_id AND b.partner = l.partner
WHERE NOT EXISTS (SELECT FROM booking o WHERE o.payout_id = p.payout_id AND o.column_name = 'HANDED_OVER' AND o.item_count > 0);

CREATE TABLE period_close (
  programme varchar(4) NOT NULL,
  period    date       NOT NULL,
  closed_at timestamptz NOT NULL,
  PRIMARY KEY (programme, period)
);

-- The verb of the module reconciliation for intake: what a payroll brings for a closed month is counted there, so the month is open again.
CREATE FUNCTION open_month_again(programme text, period date) RETURNS void LANGUAGE sql AS $$
  DELETE FROM period_close p WHERE p.programme = open_month_again.programme AND p.period = open_month_again.period
$$;

-- People to be helped to an account; sending the list comes with the account-opening campaign.
CREATE TABLE account_candidate (
  entitlement_id varchar(24) PRIMARY KEY,
  programme      varchar(4)  NOT NULL,
  commune_code   char(5)     NOT NULL,
  noted_at       timestamptz NOT NULL,
  payroll_id     varchar(40) NOT NULL,
  looked_on      date        NOT NULL DEFAULT '-infinity'   -- business day on which the person was looked at last
);
CREATE INDEX ON account_candidate (looked_on, entitlement_id);

-- Everything that leaves the database: written in the transaction of the change, sent by the relay afterwards.
CREATE TABLE outbox (
  outbox_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  destination varchar(60) NOT NULL,
  group_key   varchar(40),                        -- messages of one key keep their order
  body        varchar(400) NOT NULL,              -- ids only
  created_at  timestamptz NOT NULL DEFAULT now()  -- wall clock
);

-- Chained by hash: each row carries the hash of the row before it.
CREATE TABLE audit_event (
  audit_id  bigint PRIMARY KEY,
  at        timestamptz NOT NULL,
  actor     varchar(60) NOT NULL,
  action    varchar(40) NOT NULL,
  subject   varchar(80) NOT NULL,
  reason    text,
  detail    text,
  prev_hash char(64)    NOT NULL,
  hash      char(64)    NOT NULL UNIQUE
);

-- Bank statements of the funding accounts, matched by amount (contract §1; DESIGN, "Settlement").

-- A funding account whose statements are awaited; its row is the lock of all work on them.
CREATE TABLE funding_account (
  partner   varchar(20) PRIMARY KEY,
  looked_at timestamptz                             -- null = news since the last look
);

-- One day of a funding account. It counts once it is CHAINED: it follows the day before without a gap.
CREATE TABLE statement (
  statement_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  partner      varchar(20) NOT NULL,
  account      varchar(24) NOT NULL,
  day          date        NOT NULL,
  opening_vnd  bigint      NOT NULL,
  closing_vnd  bigint      NOT NULL,
  file_id      bigint      NOT NULL UNIQUE REFERENCES file,
  state        varchar(10) NOT NULL CHECK (state IN ('WAITING','CHAINED','CONFLICT','REPEATED','WRONG_DAY')),
  taken_at     timestamptz NOT NULL,
  chained_at   timestamptz,
  CONSTRAINT statement_chained CHECK ((chained_at IS NOT NULL) = (state = 'CHAINED'))
);
CREATE UNIQUE INDEX statement_of_day ON statement (partner, account, day) WHERE state IN ('WAITING','CHAINED');

CREATE TABLE statement_entry (
  entry_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  statement_id  bigint       NOT NULL REFERENCES statement,
  line_no       integer      NOT NULL,              -- in the file, from 1
  no            integer      NOT NULL,              -- as the bank numbers it
  side          char(1)      NOT NULL CHECK (side IN ('D','C')),
  amount_vnd    bigint       NOT NULL CHECK (amount_vnd >= 0),
  reference     varchar(140) NOT NULL,
  bank_ref      text,
  remark        text,                               -- long numbers masked
  kind          varchar(7)   NOT NULL CHECK (kind IN ('FILE','RETURN','FUNDING','CREDIT','FEE','OTHER')),
  seq           integer,                            -- of FILE: which of our files
  end_to_end_id char(16),                           -- of RETURN: which payment; null where it names none
  batch_id      bigint REFERENCES batch,
  matched       boolean      NOT NULL DEFAULT false,
  unstated      boolean      NOT NULL DEFAULT false,   -- the statement does not say what the credit is for
  settled_at    timestamptz,                           -- two persons said what it is; null = the entry says it itself
  UNIQUE (statement_id, line_no),
  CONSTRAINT statement_entry_side CHECK (kind = 'OTHER' OR (side = 'D') = (kind IN ('FILE','FEE')))
);
CREATE INDEX ON statement_entry (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX ON statement_entry (end_to_end_id) WHERE end_to_end_id IS NOT NULL;
CREATE INDEX ON statement_entry (statement_id) WHERE NOT matched;
-- Credits of a statement that do not say whether they are funding or a return, and what persons made of them.
CREATE INDEX statement_entry_unsettled ON statement_entry (statement_id) WHERE kind = 'CREDIT' AND NOT matched;

-- The credit that stands for a payment that came back: one payment, one entry, for ever.
CREATE TABLE payment_credit (
  payment_id bigint PRIMARY KEY REFERENCES payment,
  entry_id   bigint NOT NULL UNIQUE REFERENCES statement_entry,
  matched_at timestamptz NOT NULL
);

-- Per file of ours and day: what the bank's results say it paid, and what it took from the account.
CREATE TABLE statement_debit (
  batch_id       bigint  NOT NULL REFERENCES batch,
  day            date    NOT NULL,
  reported_count integer NOT NULL,
  reported_vnd   bigint  NOT NULL,
  debited_vnd    bigint  NOT NULL,
  PRIMARY KEY (batch_id, day)
);
CREATE INDEX statement_debit_differs ON statement_debit (batch_id) WHERE reported_vnd <> debited_vnd;

-- A file that waited for funds and was sent again because that day's closing balance covered it.
CREATE TABLE funding_retry (
  batch_id     bigint NOT NULL REFERENCES batch,
  statement_id bigint NOT NULL REFERENCES statement,
  PRIMARY KEY (batch_id, statement_id)
);

-- From which day to which day the statements of a partner count.
CREATE VIEW statement_span AS
SELECT partner, min(day) AS first, max(day) AS last FROM statement WHERE state = 'CHAINED' GROUP BY partner;

-- Days of files, within the statements, on which the bank debited something else than it reported. may_be_under_way: the debit is too
-- high, and payments of the file that may yet turn out to be paid could explain it.
CREATE VIEW differing_debit AS
SELECT b.partner, d.batch_id, d.day, d.reported_count, d.reported_vnd, d.debited_vnd, b.file_name, b.seq, b.answer_due_on,
  d.debited_vnd > d.reported_vnd AND d.debited_vnd - d.reported_vnd <= (SELECT sum(l.amount_vnd) FROM payment l
    WHERE l.batch_id = b.batch_id AND l.state IN ('SENT','ACCEPTED')) AS may_be_under_way
FROM statement_debit d JOIN batch b USING (batch_id) JOIN statement_span s ON s.partner = b.partner AND d.day BETWEEN s.first AND s.last
WHERE d.reported_vnd <> d.debited_vnd;

-- Credits for payments that came back which were matched to no payment, and why; NOT_RETURNED alone is a matter of time.
CREATE VIEW unmatched_return AS
SELECT s.partner, s.file_id, e.line_no, s.day, e.amount_vnd, e.end_to_end_id, l.payout_id, l.state AS payment_state,
  l.amount_vnd AS payment_vnd,
  CASE WHEN l.payment_id IS NULL THEN 'UNKNOWN_ID' WHEN c.payment_id IS NOT NULL THEN 'CREDITED_BEFORE'
    WHEN l.amount_vnd <> e.amount_vnd THEN 'OTHER_AMOUNT' ELSE 'NOT_RETURNED' END AS why
FROM statement_entry e JOIN statement s USING (statement_id)
LEFT JOIN payment l ON l.end_to_end_id = e.end_to_end_id AND l.partner = s.partner
LEFT JOIN payment_credit c ON c.payment_id = l.payment_id
WHERE s.state = 'CHAINED' AND e.kind = 'RETURN' AND NOT e.matched;

-- The settlement reports that were written, append-only: evidence of what was said when. The bytes lie in the archive.
CREATE TABLE settlement_report (
  report_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  period      date        NOT NULL,
  kind        varchar(7)  NOT NULL CHECK (kind IN ('INTERIM','CLOSED')),   -- CLOSED: every programme of the period was closed
  written_at  timestamptz NOT NULL,
  sha256      varchar(64) NOT NULL,              -- over the figures, whatever the time of printing
  xlsx_sha256 varchar(64) NOT NULL,
  html_sha256 varchar(64) NOT NULL
);
CREATE INDEX ON settlement_report (period, report_id);

-- Which periods were booked in and not looked at since by the report: one row a statement and period. Rows, and not a mark by the
-- highest booking_id, because bookings do not commit in the order of their ids; the report removes exactly the rows that it saw.
CREATE TABLE settlement_touch (
  touch_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  period   date NOT NULL
);
CREATE INDEX ON settlement_touch (period);

CREATE FUNCTION touch_settlement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO settlement_touch (period) SELECT DISTINCT period FROM booked;
  RETURN NULL;
END $$;

CREATE TRIGGER booking_touches_settlement AFTER INSERT ON booking
  REFERENCING NEW TABLE AS booked FOR EACH STATEMENT EXECUTE FUNCTION touch_settlement();

-- What persons propose and decide. An action that moves money takes two of them, each by a login of his own.
CREATE TABLE repair_proposal (
  proposal_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  action      varchar(30) NOT NULL,
  subject     varchar(80) NOT NULL,               -- as of a case: payroll:..., payout:..., batch:...; proposal:<id> = several
  parameter   varchar(80) NOT NULL DEFAULT '',    -- of the action, '' where it takes none
  reason      text        NOT NULL CHECK (btrim(reason) <> ''),
  item_count  integer     NOT NULL,               -- what the proposer saw; the approver decides about no other
  amount_vnd  bigint      NOT NULL,
  proposed_by varchar(60) NOT NULL,
  proposed_at timestamptz NOT NULL,
  state       varchar(9)  NOT NULL CHECK (state IN ('PROPOSED','DONE','REJECTED')),
  decided_by  varchar(60),
  decided_at  timestamptz,
  approved_by varchar(60),
  CONSTRAINT repair_decided CHECK ((state = 'PROPOSED') = (decided_by IS NULL AND decided_at IS NULL)),
  CONSTRAINT repair_approved CHECK ((state = 'DONE') = (approved_by IS NOT NULL)),
  CONSTRAINT repair_two_persons CHECK (lower(proposed_by) <> lower(approved_by))
);
CREATE UNIQUE INDEX repair_proposed_once ON repair_proposal (action, subject) WHERE state = 'PROPOSED';

-- The subjects of a proposal about several, as the proposer saw each; the approval is about exactly these, all or none.
CREATE TABLE repair_proposal_item (
  proposal_id bigint      NOT NULL REFERENCES repair_proposal,
  position    integer     NOT NULL,
  subject     varchar(80) NOT NULL,
  item_count  integer     NOT NULL,
  amount_vnd  bigint      NOT NULL,
  PRIMARY KEY (proposal_id, position),
  CONSTRAINT repair_item_once UNIQUE (proposal_id, subject)
);
CREATE INDEX repair_item_subject ON repair_proposal_item (subject);

-- Telling a person: every mail is a row before it is a mail.

-- State: QUEUED (no byte left the hub) → SENDING (committed before the first outside byte; found again = in doubt, goes again with the
-- same Message-ID and text) → SENT. DROPPED: nothing left to say when its turn came. MERGED: its cases went into a digest.
CREATE TABLE mail (
  mail_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event       varchar(8)  NOT NULL CHECK (event IN ('NEW','LATE','CLOSED','MERGED','MONTH','PROPOSAL')),
  role        varchar(12) NOT NULL,
  state       varchar(8)  NOT NULL DEFAULT 'QUEUED' CHECK (state IN ('QUEUED','SENDING','SENT','DROPPED','MERGED')),
  case_id     bigint REFERENCES case_record,      -- null = a digest, a month or a proposal
  case_kind   varchar(40),
  thread_id   bigint REFERENCES mail,             -- the first mail of the one thread it answers; null = begins one, or answers several
  level       smallint    NOT NULL DEFAULT 0,     -- of escalation
  programme   varchar(4),
  period      date,
  proposal_id bigint REFERENCES repair_proposal,
  message_id  varchar(250) UNIQUE,                -- from here on: as it went out last, null before the first attempt
  sent_to     text,
  subject     text,
  plain       text,
  html        text,
  note        text,
  attempts    integer     NOT NULL DEFAULT 0,
  created_at  timestamptz NOT NULL,               -- wall clock, as the next two
  next_try_at timestamptz NOT NULL,
  sent_at     timestamptz,
  CONSTRAINT mail_month CHECK ((event = 'MONTH') = (programme IS NOT NULL AND period IS NOT NULL)),
  CONSTRAINT mail_proposal CHECK ((event = 'PROPOSAL') = (proposal_id IS NOT NULL)),
  CONSTRAINT mail_sent CHECK ((state = 'SENT') = (sent_at IS NOT NULL)),
  CONSTRAINT mail_sent_is_whole CHECK (state <> 'SENT' OR num_nulls(message_id, sent_to, subject, plain, html) = 0)
);
CREATE INDEX mail_waiting ON mail (next_try_at) WHERE state IN ('QUEUED', 'SENDING');
CREATE INDEX ON mail (sent_at);
CREATE UNIQUE INDEX mail_month_once ON mail (programme, period) WHERE event = 'MONTH';
CREATE UNIQUE INDEX mail_proposal_once ON mail (proposal_id) WHERE event = 'PROPOSAL';

-- What was told of a case; all times by the business clock.
CREATE TABLE alert_state (
  case_id            bigint PRIMARY KEY REFERENCES case_record,
  kind               varchar(40) NOT NULL,
  role               varchar(12) NOT NULL,
  thread_id          bigint REFERENCES mail,         -- its first mail: its own, or a digest
  notified_at        timestamptz NOT NULL,
  escalated_level    smallint    NOT NULL DEFAULT 0,
  closed_notified_at timestamptz                     -- also where there was nothing to tell any more
);
CREATE INDEX alert_state_unthreaded ON alert_state (kind, role) WHERE thread_id IS NULL;
CREATE INDEX alert_state_live ON alert_state (thread_id) WHERE closed_notified_at IS NULL;
CREATE INDEX ON alert_state (thread_id);

-- What a mail says of which case; dropped = the case was closed before the mail got out.
CREATE TABLE mail_case (
  mail_id bigint     NOT NULL REFERENCES mail,
  case_id bigint     NOT NULL REFERENCES case_record,
  event   varchar(8) NOT NULL CHECK (event IN ('NEW','LATE','CLOSED')),
  dropped boolean    NOT NULL DEFAULT false,
  PRIMARY KEY (mail_id, case_id, event)
);
CREATE INDEX ON mail_case (case_id);

-- Open cases of which nobody was told.
CREATE VIEW case_not_notified AS
  SELECT c.* FROM case_record c WHERE c.state = 'OPEN' AND NOT EXISTS (SELECT FROM alert_state s WHERE s.case_id = c.case_id);

-- Threads of which every case is closed and the first mail got out; a thread is closed once, as a whole.
CREATE VIEW mail_thread_to_close AS
  SELECT s.thread_id FROM alert_state s JOIN case_record c USING (case_id) JOIN mail f ON f.mail_id = s.thread_id
  WHERE f.state IN ('SENT', 'SENDING') AND s.thread_id IN (SELECT thread_id FROM alert_state WHERE closed_notified_at IS NULL)
  GROUP BY s.thread_id HAVING bool_and(c.state = 'CLOSED');

-- What waiting mails say of cases that were closed meanwhile.
CREATE VIEW mail_case_moot AS
  SELECT mc.mail_id, mc.case_id, mc.event FROM mail_case mc JOIN mail m USING (mail_id) JOIN case_record c ON c.case_id = mc.case_id
  WHERE m.state = 'QUEUED' AND c.state = 'CLOSED' AND mc.event IN ('NEW', 'LATE') AND NOT mc.dropped;

-- Closed months of which nobody was told.
CREATE VIEW month_not_notified AS
  SELECT p.programme, p.period FROM period_close p
  WHERE NOT EXISTS (SELECT FROM mail m WHERE m.event = 'MONTH' AND m.programme = p.programme AND m.period = p.period);

-- Proposals that wait for a second person and of which nobody was told.
CREATE VIEW proposal_not_notified AS
  SELECT p.proposal_id FROM repair_proposal p
  WHERE p.state = 'PROPOSED' AND NOT EXISTS (SELECT FROM mail m WHERE m.event = 'PROPOSAL' AND m.proposal_id = p.proposal_id);

-- Up to where changes of persons and accounts at the province were read. updated_at there is a hint and no order of commits: each look
-- overlaps the last by an hour. Both are the province's wall clock.
CREATE TABLE welfare_watch (
  what       varchar(20) PRIMARY KEY,
  seen_until timestamptz NOT NULL
);

-- Rule 11: a restored database sends nothing by itself.

-- One row: whether files may leave. Generation: how often sending was begun anew after a database was restored; 0 = never yet.
CREATE TABLE send_gate (
  one        boolean     PRIMARY KEY DEFAULT true CHECK (one),
  generation integer     NOT NULL CHECK (generation >= 0),
  open       boolean     NOT NULL,
  stopped_at timestamptz,
  why        text,
  CONSTRAINT send_gate_stopped CHECK (open = (stopped_at IS NULL AND why IS NULL))
);
INSERT INTO send_gate (generation, open) VALUES (0, true);

-- Payments of files that the database had forgotten and that it does not hold (yet): its payroll may have to be taken again first. They
-- never travel in another file; each goes into its own batch as soon as it is there.
CREATE TABLE payment_already_out (
  end_to_end_id char(16) PRIMARY KEY,
  batch_id      bigint   NOT NULL REFERENCES batch,
  batch_line    integer  NOT NULL
);
CREATE INDEX ON payment_already_out (batch_id);

-- Why a message could not be worked off, one row a message: the broker knows that it failed, not why. Wall clock.
CREATE TABLE message_failure (
  queue     varchar(60)  NOT NULL,
  body      varchar(400) NOT NULL,                 -- ids only
  reason    varchar(20)  NOT NULL CHECK (reason IN ('DATABASE_AWAY', 'DATABASE_REFUSES', 'OVERTAKEN', 'BROKER', 'DISK', 'PROGRAM')),
  exception varchar(200) NOT NULL,                 -- names of classes: what an exception says may hold a person's data
  attempts  integer      NOT NULL,
  failed_at timestamptz  NOT NULL,
  PRIMARY KEY (queue, body)
);

-- Banks that speak ISO 20022 under OpenPGP (contract §3).

-- What an encrypted file held once it was opened; the encrypted bytes themselves lie in the archive.
CREATE TABLE decrypted_file (
  file_id      bigint PRIMARY KEY REFERENCES file,
  partner      varchar(20) NOT NULL,
  clear_sha256 char(64)    NOT NULL,
  signer       varchar(64) NOT NULL                 -- fingerprint of the bank's key that signed it
);
CREATE INDEX ON decrypted_file (partner, clear_sha256);

-- Bulks at partners with an API (contract §4): what is kept of one beside its batch.
CREATE TABLE api_bulk (
  batch_id   bigint PRIMARY KEY REFERENCES batch,
  bulk_id    varchar(64),                        -- the bank's own id; null = not heard yet
  queried_at timestamptz,                        -- the last look at its results
  query_once boolean NOT NULL DEFAULT false,     -- to be asked about whatever its state: an id of it stands in the way of another bulk
  named_all  boolean NOT NULL DEFAULT false,     -- the bank said DONE on every page of one walk
  ids_stand  boolean NOT NULL DEFAULT false      -- refused because ids stand already: a status of a payment proves nothing of this bulk
);

-- The last look for a day's statement; which days are here is said by their files.
CREATE TABLE api_statement (
  partner    varchar(20) NOT NULL,
  day        date        NOT NULL,
  queried_at timestamptz NOT NULL,
  file_here  boolean     NOT NULL,
  PRIMARY KEY (partner, day)
);

-- The name check before pay (contract §4): whom banks say an account belongs to, and which payments were compared with it.
CREATE TABLE account_name (
  partner        varchar(20) NOT NULL,
  bank_bin       char(6)     NOT NULL,
  account_no     varchar(24) NOT NULL,
  account_status varchar(8)  NOT NULL CHECK (account_status IN ('OPEN','CLOSED','BLOCKED','UNKNOWN')),
  holder         varchar(50),                       -- folded as banks hold names; null where the bank knows no such account
  queried_at     timestamptz NOT NULL,
  PRIMARY KEY (partner, bank_bin, account_no),
  CONSTRAINT account_name_of_known CHECK ((holder IS NULL) = (account_status = 'UNKNOWN'))
);

-- Fetched files that still lie in a partner's folder: not to be moved, not movable, or ended short. Their hash stands in table file.
CREATE TABLE inbox_memory (
  partner       varchar(20) NOT NULL,
  path          text        NOT NULL,
  look          text        NOT NULL,              -- size and time of the last change, as the server says them
  done_name     text,                              -- the name under which it is still to be moved into done/; null: it stays
  remembered_at timestamptz NOT NULL DEFAULT now(),-- wall clock
  PRIMARY KEY (partner, path)
);

-- Helping people to an account (contract §7): one request a person, whatever he is the payee of.
CREATE TABLE account_request (
  request_id   varchar(20) PRIMARY KEY,           -- by a hash of the first entitlement and the attempt: asked anew, the same again
  batch_id     bigint      NOT NULL REFERENCES batch,
  line_no      integer     NOT NULL,
  personal_no  varchar(12) NOT NULL,
  state        varchar(9)  NOT NULL CHECK (state IN ('REQUESTED','WAITING','OPENED','REFUSED')),
  account_no   varchar(24),
  account_name text,
  opened_on    date,
  code         varchar(20),
  requested_at timestamptz NOT NULL,
  reported_at  timestamptz,
  CONSTRAINT account_request_opened CHECK (state <> 'OPENED'
    OR (account_no IS NOT NULL AND account_name IS NOT NULL AND opened_on IS NOT NULL))
);
CREATE INDEX ON account_request (personal_no);
CREATE INDEX ON account_request (batch_id);

CREATE TABLE account_request_entitlement (
  request_id     varchar(20) NOT NULL REFERENCES account_request,
  entitlement_id varchar(24) NOT NULL,
  PRIMARY KEY (request_id, entitlement_id)
);
CREATE INDEX ON account_request_entitlement (entitlement_id);

-- Requests that count as made: those of a refused file count as never made, once a person has looked at the refusal.
CREATE VIEW account_request_made AS
  SELECT r.* FROM account_request r JOIN batch b USING (batch_id)
  WHERE b.state <> 'REFUSED'
    OR EXISTS (SELECT FROM case_record c WHERE c.subject = 'batch:' || b.batch_id AND c.kind = 'BATCH_REFUSED' AND c.state = 'OPEN');

-- Each answer file that was taken: REPEATED and CONFLICT ones change nothing.
CREATE TABLE account_reply (
  file_id  bigint PRIMARY KEY REFERENCES file,
  batch_id bigint REFERENCES batch,
  part     integer    NOT NULL,
  closing  boolean    NOT NULL,
  state    varchar(8) NOT NULL CHECK (state IN ('TAKEN','REPEATED','CONFLICT','UNKNOWN'))
);
CREATE UNIQUE INDEX account_reply_part ON account_reply (batch_id, part) WHERE state = 'TAKEN';

-- What the welfare database is told, and whether it is known to stand there.
CREATE TABLE account_report (
  entitlement_id varchar(24) NOT NULL,
  bank_bin       char(6)     NOT NULL,
  account_no     varchar(24) NOT NULL,
  account_name   text        NOT NULL,
  opened_on      date        NOT NULL,
  campaign_id    varchar(24) NOT NULL,
  written        boolean     NOT NULL DEFAULT false,
  PRIMARY KEY (entitlement_id, bank_bin, account_no)
);
CREATE INDEX ON account_report (entitlement_id) WHERE NOT written;

-- A file that is understood closes the cases of those that it supersedes.
CREATE INDEX ON file (partner) WHERE state = 'SET_ASIDE';

-- A status that speaks of a refused file moves nothing but PAID (readings, "refused files"), and two files that both pay are money paid
-- twice.

-- The payments of each refused file. May be paid: the partner spoke of the file after it had refused it, no final negative status came
-- about
-- the payment in that file, and two persons have not decided. As long as it stands the liability is neither paid anew nor given back.
CREATE TABLE refused_payment (
  payment_id  bigint  NOT NULL REFERENCES payment,
  batch_id    bigint  NOT NULL REFERENCES batch,
  may_be_paid boolean NOT NULL DEFAULT false,
  PRIMARY KEY (payment_id, batch_id)
);
CREATE INDEX ON refused_payment (batch_id);

-- A second booking of a payment, in another file than the first: paid in error until it came back or two persons decided.
CREATE TABLE duplicate_payment (
  duplicate_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  payment_id   bigint      NOT NULL REFERENCES payment,
  batch_id     bigint      NOT NULL REFERENCES batch,   -- the file that paid it the second time
  file_id      bigint      NOT NULL REFERENCES file,    -- the message that says so
  amount_vnd   bigint      NOT NULL CHECK (amount_vnd > 0),
  paid_on      date        NOT NULL,
  partner_ref  varchar(140),
  found_at     timestamptz NOT NULL,
  outcome      varchar(11) CHECK (outcome IN ('RECOVERED','WRITTEN_OFF','NOT_TWICE')),
  settled_at   timestamptz,
  entry_id     bigint UNIQUE REFERENCES statement_entry, -- the credit by which it came back
  UNIQUE (payment_id, batch_id),
  CONSTRAINT duplicate_payment_settled CHECK ((outcome IS NULL) = (settled_at IS NULL)),
  CONSTRAINT duplicate_payment_credit CHECK (entry_id IS NULL OR outcome = 'RECOVERED')
);
CREATE INDEX duplicate_payment_open ON duplicate_payment (payment_id) WHERE outcome IS NULL;

-- The verbs of the module payroll for the modules below it, which plan and release: no other module writes payroll.
-- Gives false when the payroll is not in the state it should leave.
CREATE FUNCTION move_payroll(payroll text, from_state text, to_state text, at timestamptz) RETURNS boolean LANGUAGE sql AS $$
  WITH moved AS (
    UPDATE payroll p SET state = to_state, version = p.version + 1,
      released_at = CASE WHEN to_state = 'RELEASED' THEN move_payroll.at ELSE p.released_at END
    WHERE p.payroll_id = move_payroll.payroll AND p.state = from_state
    RETURNING 1)
  SELECT EXISTS (SELECT FROM moved)
$$;

-- Two persons approved that so much of the payroll is released.
CREATE FUNCTION approve_payroll_release(payroll text, amount_vnd bigint) RETURNS void LANGUAGE sql AS $$
  UPDATE payroll p SET release_approved_vnd = approve_payroll_release.amount_vnd, version = p.version + 1
  WHERE p.payroll_id = approve_payroll_release.payroll
$$;

-- Which payout took the key that another one gave free: the same entitlement and kind, months in common.
CREATE VIEW payout_successor AS
SELECT p.payout_id, q.payout_id AS successor_id
FROM payout p JOIN payout q ON p.key_freed AND NOT q.key_freed AND q.entitlement_id = p.entitlement_id AND q.kind = p.kind
  AND q.months && p.months AND q.payout_id <> p.payout_id;

-- Payouts whose last payment ended without money reaching anybody, and what ended last, which may be the return of an older payment. No
-- payment is active or paid, none paid in error or twice, none that a refused file may still pay, every one that came back has its credit,
-- or two persons did not wait for it (money rule 1). A withdrawn payroll's payouts are decided one by one. A payout that a CARRY_OVER line
-- revived belongs to its new payroll from the moment it is taken: until that one is planned nothing follows from the old payment.
CREATE VIEW unpaid_payout AS
SELECT p.payout_id, p.payroll_id, p.line_no, p.current_payroll_id, p.current_line_no, p.period, p.programme, p.partner, p.amount_vnd,
  p.attempt + 1 AS next_attempt, p.entitlement_id, p.kind, p.for_from, p.circumstance, p.no_transfer, p.cash_place, p.commune_code, p.pay_from, p.pay_until,
  r.account_cutoff, r.state AS payroll_state,
  l.payment_id, l.state AS outcome, l.reason_code, l.reason_text, l.channel, l.end_to_end_id,
  CASE WHEN p.state = 'OPEN' THEN 'NEW' WHEN p.hold_reason = 'ACCOUNT_TO_CORRECT' THEN 'ACCOUNT' ELSE 'PERSON' END AS phase,
  CASE WHEN p.state = 'HELD' AND p.hold_reason <> 'ACCOUNT_TO_CORRECT' THEN (p.updated_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    ELSE p.pay_until END AS since
FROM payout p JOIN payroll r ON r.payroll_id = p.current_payroll_id
JOIN LATERAL (SELECT e.* FROM payment e WHERE e.payout_id = p.payout_id
  ORDER BY e.updated_at DESC, e.state = 'RETURNED' DESC, e.attempt DESC LIMIT 1) l ON true
WHERE r.withdrawn_at IS NULL AND r.state IN ('PLANNED', 'RELEASED')
  AND p.payout_id IN (SELECT e.payout_id FROM payment e WHERE e.ended_unpaid)   -- few of all: begin with them
  AND p.state IN ('OPEN', 'HELD') AND l.state IN ('REJECTED', 'UNCOLLECTED', 'RETURNED', 'CANCELLED')
  -- a payout that somebody holds for another reason than its last payment is not decided here
  AND (p.state = 'OPEN' OR p.hold_reason IN ('ACCOUNT_TO_CORRECT', left(coalesce(l.reason_code, l.state), 30)))
  AND NOT EXISTS (SELECT FROM payment o WHERE o.payout_id = p.payout_id AND (o.alive_or_paid OR o.state = 'PAID_IN_ERROR'
    OR o.state = 'RETURNED' AND NOT o.credit_matched AND NOT o.return_accepted
    OR EXISTS (SELECT FROM refused_payment t WHERE t.payment_id = o.payment_id AND t.may_be_paid)
    OR EXISTS (SELECT FROM duplicate_payment d WHERE d.payment_id = o.payment_id AND d.outcome IS NULL)));
