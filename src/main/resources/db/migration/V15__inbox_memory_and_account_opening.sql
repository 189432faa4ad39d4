-- Files that a partner's profile does not let us move: what was fetched is remembered here. The bytes' hash stands in table file.
CREATE TABLE inbox_memory (
  partner       varchar(20) NOT NULL,
  look          text        NOT NULL,              -- path below the partner's root, size, time of the last change
  remembered_at timestamptz NOT NULL DEFAULT now(),-- wall clock
  PRIMARY KEY (partner, look)
);

-- Helping people to an account (partner contracts, 7): one request a person, whatever he is the payee of.
ALTER TABLE account_candidate ADD COLUMN looked_on date;     -- business day on which the person was looked at last

CREATE TABLE account_request (
  request_id   varchar(20) PRIMARY KEY,           -- by a hash of the first entitlement and the attempt: asked anew, the same again
  batch_id     bigint      NOT NULL REFERENCES batch,
  line_no      integer     NOT NULL,
  personal_no  varchar(12) NOT NULL,
  state        varchar(8)  NOT NULL CHECK (state IN ('REQUESTED','WAITING','OPENED','REFUSED')),
  account_no   varchar(24),
  account_name text,
  opened_on    date,
  code         varchar(20),
  requested_at timestamptz NOT NULL,
  reported_at      timestamptz,
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
