-- The hub's own database: the truth about every payout. Money is whole dong (bigint). Dates are civil dates in
-- Asia/Ho_Chi_Minh by the business clock; a month is the first day of that month. timestamptz columns named *_at
-- hold business time, but for those named in a comment.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- What an agency approved and handed over: programme x commune x period, with control totals.
CREATE TABLE payroll (
  payroll_id      varchar(40) PRIMARY KEY,
  programme       varchar(4)  NOT NULL,
  agency_code     varchar(12) NOT NULL,
  commune_code    char(5)     NOT NULL,
  period_from     date        NOT NULL,
  period          date        NOT NULL,      -- the payroll's period_to
  account_cutoff  date        NOT NULL,
  pay_from        date        NOT NULL,
  pay_until       date        NOT NULL,
  item_count      integer     NOT NULL,
  total_vnd       bigint      NOT NULL,
  approved_at     timestamptz,
  state           varchar(12) NOT NULL CHECK (state IN ('TAKEN','PLANNED','RELEASED','HELD','REFUSED','CANCELLED')),
  taken_at        timestamptz NOT NULL,
  accepted_count  integer     NOT NULL DEFAULT 0,
  accepted_vnd    bigint      NOT NULL DEFAULT 0,
  refused_count   integer     NOT NULL DEFAULT 0,
  refused_vnd     bigint      NOT NULL DEFAULT 0,
  message         text,
  -- the receipt in the welfare database follows: what should stand there, and what is known to stand there
  receipt_status  varchar(10) NOT NULL CHECK (receipt_status IN ('TAKEN','HELD','REFUSED','CANCELLED','DISPATCHED','SETTLED')),
  receipt_revision integer    NOT NULL DEFAULT 1,
  receipt_written  integer    NOT NULL DEFAULT 0,
  retry_at        timestamptz,               -- wall clock: when the recovery run queues its next step again if nothing came of it
  version         integer     NOT NULL DEFAULT 0,
  -- rule 5: in = out + refused at this border, in number and in money
  CONSTRAINT payroll_border CHECK (state IN ('HELD','CANCELLED')
    OR (accepted_count + refused_count = item_count AND accepted_vnd + refused_vnd = total_vnd))
);
CREATE INDEX ON payroll (period, programme);

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
  attempts           integer     NOT NULL DEFAULT 0,                -- runs on through revivals
  -- the channel decision and the words for it
  channel            varchar(12) CHECK (channel IN ('BANK','POST_CASH','COMMUNE_CASH')),
  partner            varchar(20),                                   -- of the newest payment; null = none
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

-- Payments that travel together to one partner: one file, or one API bulk.
CREATE TABLE batch (
  batch_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  partner      varchar(20) NOT NULL,
  kind         varchar(16) NOT NULL CHECK (kind IN ('PAYMENT','ACCOUNT_OPENING')),
  folder       varchar(20) NOT NULL DEFAULT '',   -- post office or commune of a list; '' at a bank
  programme    varchar(4),                        -- of a commune list
  period       date,                              -- of a cash list
  value_date   date,                              -- of a bank file
  state        varchar(14) NOT NULL CHECK (state IN
    ('OPEN','CANCELLED','BUILT','SENDING','IN_DOUBT','SENT','ACKNOWLEDGED','REFUSED','WAITING_FUNDS')),
  seq          integer,
  file_name    text,
  file_sha256  varchar(64),
  file_size    bigint,
  payment_count    integer     NOT NULL,
  total_vnd    bigint      NOT NULL,
  upload_attempt integer   NOT NULL DEFAULT 0,
  proof        text,                              -- what showed that the partner holds it
  opened_at    timestamptz NOT NULL,
  built_at     timestamptz,
  sent_at      timestamptz,
  acknowledged_at timestamptz,
  answer_due_on date,                             -- after this day a missing last answer is a case
  list_version integer     NOT NULL DEFAULT 0,    -- highest version of a cash list's answers
  list_closed  boolean     NOT NULL DEFAULT false,
  answered     boolean     NOT NULL DEFAULT false,-- every line was named at least once
  retry_at     timestamptz,                       -- wall clock: when the recovery run queues it again if nothing came of it
  acknowledgement_no   integer     NOT NULL DEFAULT 0,    -- number of the newest ACK or X about the whole file
  version      integer     NOT NULL DEFAULT 0,
  CONSTRAINT batch_numbered CHECK ((seq IS NULL) = (state IN ('OPEN','CANCELLED'))),
  CONSTRAINT batch_archived CHECK (seq IS NULL OR (file_name IS NOT NULL AND file_sha256 IS NOT NULL AND file_size IS NOT NULL)),
  UNIQUE (partner, kind, folder, seq)
);
CREATE INDEX ON batch (state);

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
  payment_id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  payout_id     bigint      NOT NULL REFERENCES payout,
  attempt       integer     NOT NULL CHECK (attempt >= 1),
  end_to_end_id char(16)    NOT NULL UNIQUE,
  channel       varchar(12) NOT NULL CHECK (channel IN ('BANK','POST_CASH','COMMUNE_CASH')),
  partner       varchar(20) NOT NULL,
  folder        varchar(20) NOT NULL DEFAULT '',
  amount_vnd    bigint      NOT NULL CHECK (amount_vnd > 0),
  bank_bin      char(6),
  account_no    varchar(24),
  account_name  text,
  state         varchar(13) NOT NULL CHECK (state IN
    ('PLANNED','BATCHED','SENT','ACCEPTED','PAID','REJECTED','UNCOLLECTED','CANCELLED','RETURNED','PAID_IN_ERROR')),
  -- what indexes ask of the state; they change less often than it does, and so do the indexes
  planned       boolean     GENERATED ALWAYS AS (state = 'PLANNED') STORED,
  alive_or_paid boolean     GENERATED ALWAYS AS (state IN ('PLANNED','BATCHED','SENT','ACCEPTED','PAID')) STORED,
  provisional   varchar(6) CHECK (provisional IN ('PAID','UNPAID')),   -- a cash answer before the list is closed
  released_at   timestamptz,                      -- null = waits for a release
  frozen        boolean     NOT NULL DEFAULT false,                    -- may not be batched: a person decides
  batch_id      bigint REFERENCES batch,
  batch_line    integer,
  paid_on       date,
  received_by   text,
  partner_ref   varchar(40),
  reason_code   varchar(20),
  reason_text   text,
  updated_at    timestamptz NOT NULL,
  UNIQUE (payout_id, attempt),
  CONSTRAINT payment_in_batch CHECK ((batch_id IS NULL) = (batch_line IS NULL)),
  CONSTRAINT payment_travels_in_batch CHECK (state NOT IN ('BATCHED','SENT','ACCEPTED') OR batch_id IS NOT NULL),
  CONSTRAINT payment_paid_has_day CHECK (state NOT IN ('PAID','PAID_IN_ERROR') OR paid_on IS NOT NULL)
) WITH (fillfactor = 50);   -- as for payouts
-- Rule 1: a payout has at most one payment that is alive or paid.
CREATE UNIQUE INDEX payment_one_alive_or_paid ON payment (payout_id) WHERE alive_or_paid;
CREATE INDEX payment_to_batch ON payment (partner, folder) WHERE planned;
CREATE INDEX ON payment (batch_id);

-- Exact bytes that came or went.
CREATE TABLE file (
  file_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  direction    varchar(3)  NOT NULL CHECK (direction IN ('IN','OUT')),
  partner      varchar(20) NOT NULL,
  folder       varchar(60) NOT NULL DEFAULT '',
  name         text        NOT NULL,
  sha256       varchar(64) NOT NULL,
  size_bytes   bigint      NOT NULL,
  content_key  text        NOT NULL,              -- what makes it the same file: its hash; for an ACK its name and hash
  state        varchar(10) NOT NULL CHECK (state IN ('ARCHIVED','DONE','IGNORED','SET_ASIDE')),
  batch_id     bigint REFERENCES batch,
  line_count   integer,
  applied_count integer,
  message      text,
  received_at  timestamptz NOT NULL,
  retry_at     timestamptz,                       -- wall clock: when the recovery run queues it again if nothing came of it
  version      integer     NOT NULL DEFAULT 0,
  UNIQUE (direction, partner, content_key)
);
CREATE INDEX ON file (state) WHERE state = 'ARCHIVED';

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
  batch_id  bigint      NOT NULL REFERENCES batch,
  kind      varchar(8)  NOT NULL CHECK (kind IN ('PART','VERSION')),
  number    integer     NOT NULL,
  sha256    varchar(64) NOT NULL,
  closing   boolean     NOT NULL,
  file_id   bigint      NOT NULL REFERENCES file,
  PRIMARY KEY (batch_id, kind, number)
);

-- What a partner reported about a payment, as it was reported; append-only.
CREATE TABLE payment_status (
  payment_status_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  payment_id       bigint      NOT NULL REFERENCES payment,
  file_id      bigint REFERENCES file,
  line_no      integer     NOT NULL,
  reported         varchar(12) NOT NULL CHECK (reported IN ('ACCEPTED','PAID','REJECTED','RETURNED','UNCOLLECTED','UNKNOWN')),
  provisional  boolean     NOT NULL,
  amount_vnd   bigint      NOT NULL,
  code         varchar(20),
  reason_text  text,
  partner_ref  varchar(40),
  happened_on  date,
  received_by  text,
  list_version integer     NOT NULL DEFAULT 0,    -- 0 at a bank
  effect       varchar(16) NOT NULL CHECK (effect IN ('APPLIED','NO_CHANGE','AMOUNT_DIFFERS','CONTRADICTS','CODE_UNKNOWN')),
  status_hash    char(32)    NOT NULL,              -- md5 over what was reported; the same reported twice is one status
  received_at  timestamptz NOT NULL,
  UNIQUE (payment_id, status_hash)
);

-- Something a person must decide.
CREATE TABLE case_record (
  case_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind        varchar(40) NOT NULL,
  subject     varchar(80) NOT NULL,               -- payroll:..., payout:..., batch:..., file:..., partner:...
  partner     varchar(20),
  file_id     bigint REFERENCES file,
  line_no     integer,
  field       varchar(40),
  evidence    text        NOT NULL,               -- Vietnamese, no personal data
  item_count  integer     NOT NULL DEFAULT 1,
  amount_vnd  bigint,
  state       varchar(8)  NOT NULL CHECK (state IN ('OPEN','CLOSED')),
  opened_at   timestamptz NOT NULL,
  due_at      timestamptz,
  closed_at   timestamptz,
  closed_by   varchar(60),
  resolution  text,
  version     integer     NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX case_open_once ON case_record (kind, subject, coalesce(file_id, 0), coalesce(line_no, 0)) WHERE state = 'OPEN';
CREATE INDEX ON case_record (subject);

-- What should stand in the welfare database for a line, and which revision is known to stand there.
CREATE TABLE payout_result (
  payroll_id    varchar(40) NOT NULL,
  line_no       integer     NOT NULL,
  payout_id     bigint      NOT NULL REFERENCES payout,
  outcome       varchar(12) NOT NULL CHECK (outcome IN ('PAID','REOPENED','CARRIED_OVER','HANDED_BACK','STOPPED')),
  channel       varchar(12),
  partner       varchar(20),
  end_to_end_id char(16),
  amount_vnd    bigint      NOT NULL,
  paid_on       date,
  received_by   text,
  partner_ref   varchar(40),
  reason_code   varchar(20),
  reason_text   text,
  revision      integer     NOT NULL,
  written_revision integer  NOT NULL DEFAULT 0,
  updated_at    timestamptz NOT NULL,
  PRIMARY KEY (payroll_id, line_no),
  CHECK (outcome <> 'PAID' OR (channel IS NOT NULL AND partner IS NOT NULL AND paid_on IS NOT NULL))
);
CREATE INDEX payout_result_due ON payout_result (payroll_id, line_no) WHERE written_revision < revision;

CREATE TABLE funding_need (
  payroll_id  varchar(40) NOT NULL REFERENCES payroll,
  partner     varchar(20) NOT NULL,               -- 'none' = held, at no partner yet
  item_count  integer     NOT NULL,
  total_vnd   bigint      NOT NULL,
  revision    integer     NOT NULL,
  written_revision integer NOT NULL DEFAULT 0,
  updated_at  timestamptz NOT NULL,
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
  payout_id   bigint      NOT NULL REFERENCES payout,
  payment_id      bigint REFERENCES payment,
  item_count  smallint    NOT NULL CHECK (item_count IN (-1, 1)),
  amount_vnd  bigint      NOT NULL CHECK (sign(amount_vnd) = item_count),
  booked_on   date        NOT NULL
);
CREATE INDEX ON booking (period, partner, programme);
CREATE INDEX ON booking (payout_id);

CREATE TABLE period_close (
  programme varchar(4) NOT NULL,
  period    date       NOT NULL,
  closed_at timestamptz NOT NULL,
  PRIMARY KEY (programme, period)
);

-- People to be helped to an account; sending the list comes with the account-opening campaign.
CREATE TABLE account_candidate (
  entitlement_id varchar(24) PRIMARY KEY,
  programme      varchar(4)  NOT NULL,
  commune_code   char(5)     NOT NULL,
  noted_at       timestamptz NOT NULL,
  payroll_id     varchar(40) NOT NULL
);

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
  audit_id   bigint PRIMARY KEY,
  at         timestamptz NOT NULL,
  actor      varchar(60) NOT NULL,
  action        varchar(40) NOT NULL,
  subject    varchar(80) NOT NULL,
  reason     text,
  detail     text,
  prev_hash  char(64)    NOT NULL,
  hash       char(64)    NOT NULL UNIQUE
);

CREATE TABLE shedlock (
  name       varchar(64)  PRIMARY KEY,
  lock_until timestamp    NOT NULL,
  locked_at  timestamp    NOT NULL,
  locked_by  varchar(255) NOT NULL
);
