-- Bank statements of the funding accounts, matched by amount (partner contracts, 1; DESIGN, "Settlement").

-- What an inbound file holds that a later stage reads again, and whether its PAID statuses stand in statement_debit.
ALTER TABLE file
  ADD COLUMN kind varchar(20) CHECK (kind IN ('STATEMENT','ACCOUNT_OPENING')),
  ADD COLUMN results_counted boolean NOT NULL DEFAULT false;
UPDATE file SET kind = 'STATEMENT' WHERE direction = 'IN' AND state = 'DONE' AND batch_id IS NULL AND name LIKE 'SK\_%';
CREATE INDEX file_statements ON file (file_id) WHERE kind = 'STATEMENT';
CREATE INDEX file_to_count ON file (partner)
  WHERE direction = 'IN' AND state = 'DONE' AND folder = '' AND batch_id IS NOT NULL AND NOT results_counted;
CREATE INDEX payment_status_of_file ON payment_status (file_id);

-- Rule 1: after RETURNED a new payment needs the credit on the statement, matched to the payment that came back.
ALTER TABLE payment ADD COLUMN credit_matched boolean NOT NULL DEFAULT false;
CREATE INDEX payment_paid ON payment (partner, paid_on) INCLUDE (amount_vnd) WHERE state IN ('PAID','PAID_IN_ERROR');
CREATE INDEX payment_credit_awaited ON payment (partner) WHERE state = 'RETURNED' AND NOT credit_matched;

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
  state        varchar(8)  NOT NULL CHECK (state IN ('WAITING','CHAINED','CONFLICT','REPEATED')),
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
  kind          varchar(7)   NOT NULL CHECK (kind IN ('FILE','RETURN','FUNDING','FEE','OTHER')),
  seq           integer,                            -- of FILE: which of our files
  end_to_end_id char(16),                           -- of RETURN: which payment; null where it names none
  batch_id      bigint REFERENCES batch,
  matched       boolean      NOT NULL DEFAULT false,
  UNIQUE (statement_id, line_no),
  CONSTRAINT statement_entry_side CHECK (kind = 'OTHER' OR (side = 'D') = (kind IN ('FILE','FEE')))
);
CREATE INDEX ON statement_entry (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX ON statement_entry (end_to_end_id) WHERE end_to_end_id IS NOT NULL;
CREATE INDEX ON statement_entry (statement_id) WHERE NOT matched;

-- The credit that stands for a payment that came back: one payment, one entry, for ever.
CREATE TABLE payment_credit (
  payment_id     bigint PRIMARY KEY REFERENCES payment,
  entry_id   bigint NOT NULL UNIQUE REFERENCES statement_entry,
  matched_at timestamptz NOT NULL
);

-- Per file of ours and day: what the bank's results say it paid, and what it took from the account.
CREATE TABLE statement_debit (
  batch_id    bigint  NOT NULL REFERENCES batch,
  day         date    NOT NULL,
  reported_count  integer NOT NULL,
  reported_vnd    bigint  NOT NULL,
  debited_vnd bigint  NOT NULL,
  PRIMARY KEY (batch_id, day)
);
CREATE INDEX statement_debit_differs ON statement_debit (batch_id) WHERE reported_vnd <> debited_vnd;

-- A file that waited for funds and was sent again because that day's closing balance covered it.
CREATE TABLE funding_retry (
  batch_id     bigint NOT NULL REFERENCES batch,
  statement_id bigint NOT NULL REFERENCES statement,
  PRIMARY KEY (batch_id, statement_id)
);
