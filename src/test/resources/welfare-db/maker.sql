-- The province's own notes about the data it made: not part of the contract, invisible to the guest.
CREATE SCHEMA maker;

CREATE TABLE maker.made (
  month    char(7) PRIMARY KEY,
  seed     bigint  NOT NULL,
  payouts  integer NOT NULL
);

-- When a payroll that lies there as DRAFT is going to be approved.
CREATE TABLE maker.approval_plan (
  payroll_id  varchar(40) PRIMARY KEY REFERENCES welfare.payroll,
  approved_at timestamptz NOT NULL
);

-- The real or apparent fault of a line, and the right result of intake.
CREATE TABLE maker.expected_line (
  payroll_id varchar(40) NOT NULL,
  line_no    integer     NOT NULL,
  fault      varchar(40) NOT NULL,
  expected   varchar(8)  NOT NULL CHECK (expected IN ('ACCEPTED','REFUSED','HELD','UNTAKEN')),
  PRIMARY KEY (payroll_id, line_no),
  FOREIGN KEY (payroll_id, line_no) REFERENCES welfare.payroll_item
);

-- The planned event for a payroll or for the person of a line after the list was handed over.
CREATE TABLE maker.happening (
  happening_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  month      char(7)     NOT NULL,
  what       varchar(20) NOT NULL CHECK (what IN ('DEATH','ACCOUNT_CLOSED','ACCOUNT_NEW','WITHDRAWAL')),
  payroll_id varchar(40) NOT NULL,
  line_no    integer,
  due_at     timestamptz NOT NULL,
  done       boolean     NOT NULL DEFAULT false
);
CREATE INDEX ON maker.happening (due_at) WHERE NOT done;
