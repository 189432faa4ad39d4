-- Telling a person: every mail is a row before it is a mail.

-- State: QUEUED (no byte left the hub) → SENDING (committed before the first outside byte; found again = in doubt, goes again with the
-- same Message-ID and text) → SENT. DROPPED: nothing left to say when its turn came. MERGED: its cases went into a digest.
CREATE TABLE mail (
  mail_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event       varchar(8)  NOT NULL CHECK (event IN ('NEW','LATE','CLOSED','MERGED','MONTH')),
  role        varchar(12) NOT NULL,
  state       varchar(8)  NOT NULL DEFAULT 'QUEUED' CHECK (state IN ('QUEUED','SENDING','SENT','DROPPED','MERGED')),
  case_id     bigint REFERENCES case_record,      -- null = a digest or a month
  case_kind   varchar(40),
  thread_id   bigint REFERENCES mail,             -- the first mail of the one thread it answers; null = begins one, or answers several
  level       smallint    NOT NULL DEFAULT 0,     -- of escalation
  programme   varchar(4),
  period      date,
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
  CONSTRAINT mail_sent CHECK ((state = 'SENT') = (sent_at IS NOT NULL)),
  CONSTRAINT mail_sent_is_whole CHECK (state <> 'SENT' OR num_nulls(message_id, sent_to, subject, plain, html) = 0)
);
CREATE INDEX mail_waiting ON mail (next_try_at) WHERE state IN ('QUEUED', 'SENDING');
CREATE INDEX ON mail (sent_at);
CREATE UNIQUE INDEX mail_month_once ON mail (programme, period) WHERE event = 'MONTH';

-- What was told of a case; all times by the business clock.
CREATE TABLE alert_state (
  case_id         bigint PRIMARY KEY REFERENCES case_record,
  kind            varchar(40) NOT NULL,
  role            varchar(12) NOT NULL,
  thread_id       bigint REFERENCES mail,         -- its first mail: its own, or a digest
  notified_at         timestamptz NOT NULL,
  escalated_level smallint    NOT NULL DEFAULT 0,
  closed_notified_at  timestamptz                     -- also where there was nothing to tell any more
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
