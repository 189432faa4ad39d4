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

-- What is wrong (or looks wrong and is not) with a line, and what a right intake makes of it.
CREATE TABLE maker.expected_line (
  payroll_id varchar(40) NOT NULL,
  line_no    integer     NOT NULL,
  fault      varchar(40) NOT NULL,
  expected   varchar(8)  NOT NULL CHECK (expected IN ('ACCEPTED','REFUSED','HELD','UNTAKEN')),
  PRIMARY KEY (payroll_id, line_no),
  FOREIGN KEY (payroll_id, line_no) REFERENCES welfare.payroll_item
);
