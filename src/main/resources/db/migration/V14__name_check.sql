-- The name check before pay (partner contracts, 4): whom banks say an account belongs to, and which payments were compared with it.
CREATE TABLE account_name (
  partner    varchar(20) NOT NULL,
  bank_bin   char(6)     NOT NULL,
  account_no varchar(24) NOT NULL,
  account_status   varchar(8)  NOT NULL CHECK (account_status IN ('OPEN','CLOSED','BLOCKED','UNKNOWN')),
  holder     varchar(50),                       -- folded as banks hold names; null where the bank knows no such account
  queried_at   timestamptz NOT NULL,
  PRIMARY KEY (partner, bank_bin, account_no),
  CONSTRAINT account_name_of_known CHECK ((holder IS NULL) = (account_status = 'UNKNOWN'))
);

ALTER TABLE payment ADD COLUMN name_checked_at timestamptz;   -- null = not compared yet, or no check is asked for its bank
