-- The books of the simulated partners: what each received, decided and said, whatever the hub believes.
CREATE TABLE IF NOT EXISTS violation (
  violation_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  partner      varchar(20) NOT NULL,
  file         text        NOT NULL,
  what         text        NOT NULL,
  noticed_at   timestamptz NOT NULL,
  UNIQUE (partner, file, what)
);

CREATE TABLE IF NOT EXISTS received_file (
  partner     varchar(20) NOT NULL,
  folder      varchar(20) NOT NULL,
  name        text        NOT NULL,
  seq         integer     NOT NULL,            -- 0 = a name that the contract does not know
  sha256      char(64)    NOT NULL,
  size_bytes  bigint      NOT NULL,
  line_count  integer     NOT NULL,
  total_vnd   bigint      NOT NULL,
  value_date  date,
  received_at timestamptz NOT NULL,
  existing    boolean     NOT NULL,            -- false = refused: its ids count as unseen
  in_place    boolean     NOT NULL,            -- false = the partner has moved it away
  content     bytea,                           -- where the partner fills in and sends back our own file
  PRIMARY KEY (partner, folder, name)
);

CREATE TABLE IF NOT EXISTS instruction (
  partner       varchar(20) NOT NULL,
  folder        varchar(20) NOT NULL,
  seq           integer     NOT NULL,
  line_no       integer     NOT NULL,
  end_to_end_id char(16)    NOT NULL,
  amount_vnd    bigint      NOT NULL,
  receiver      text        NOT NULL,
  state         varchar(8)  NOT NULL CHECK (state IN ('OPEN','PAID','UNPAID','RETURNED')),
  code          varchar(4)  NOT NULL DEFAULT '',
  first_code    varchar(4)  NOT NULL DEFAULT '',   -- what the first answer says; '' = that answer leaves it out
  paid_on       date,
  reference     varchar(40) NOT NULL DEFAULT '',
  PRIMARY KEY (partner, folder, seq, line_no)
);
CREATE INDEX IF NOT EXISTS instruction_id ON instruction (end_to_end_id);

CREATE TABLE IF NOT EXISTS agenda (
  agenda_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  partner   varchar(20) NOT NULL,
  folder    varchar(20) NOT NULL,
  seq       integer     NOT NULL,
  step      varchar(20) NOT NULL,
  due_at    timestamptz NOT NULL,
  done      boolean     NOT NULL DEFAULT false,
  UNIQUE (partner, folder, seq, step, due_at)
);
CREATE INDEX IF NOT EXISTS agenda_due ON agenda (partner, due_at) WHERE NOT done;

-- Decided first, shown afterwards: a row that is not shown yet is written to the SFTP side again and again until it is.
CREATE TABLE IF NOT EXISTS reply (
  reply_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  partner   varchar(20) NOT NULL,
  folder    varchar(60) NOT NULL,
  name      text        NOT NULL,
  content   bytea       NOT NULL,
  made_at   timestamptz NOT NULL,
  shown     boolean     NOT NULL DEFAULT false,
  UNIQUE (partner, folder, name)
);

CREATE TABLE IF NOT EXISTS statement_entry (
  entry_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  partner    varchar(20) NOT NULL,
  day        date        NOT NULL,
  side       char(1)     NOT NULL CHECK (side IN ('D','C')),
  amount_vnd bigint      NOT NULL CHECK (amount_vnd > 0),
  reference  varchar(40) NOT NULL,
  bank_ref   varchar(40) NOT NULL,
  remark       varchar(60) NOT NULL,
  items      integer     NOT NULL DEFAULT 0    -- payments behind a file's debit
);

CREATE TABLE IF NOT EXISTS statement (
  partner varchar(20) NOT NULL,
  day     date        NOT NULL,
  opening bigint      NOT NULL,
  closing bigint      NOT NULL,
  PRIMARY KEY (partner, day)
);

-- A bank's API: what was answered to which key, remembered for ever; events that are to be told.
CREATE TABLE IF NOT EXISTS api_bulk (
  partner        varchar(20) NOT NULL,
  key            varchar(64) NOT NULL,
  client_bulk_id varchar(32) NOT NULL,
  seq            integer     NOT NULL,
  sha256         char(64)    NOT NULL,
  bulk_id        varchar(40) NOT NULL,
  started        boolean     NOT NULL DEFAULT false,
  PRIMARY KEY (partner, key),
  UNIQUE (partner, client_bulk_id)
);

CREATE TABLE IF NOT EXISTS api_event (
  event_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  partner  varchar(20) NOT NULL,
  body     text        NOT NULL,
  tries    integer     NOT NULL DEFAULT 0,
  sent     boolean     NOT NULL DEFAULT false
);

-- An action that was done once already.
CREATE TABLE IF NOT EXISTS api_action (
  partner varchar(20) NOT NULL,
  seq     integer     NOT NULL,
  action    varchar(30) NOT NULL,
  PRIMARY KEY (partner, seq, action)
);
