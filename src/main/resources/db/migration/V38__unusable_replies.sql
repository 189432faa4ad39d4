-- Whether a statement of the day is here is said by table statement: a reply that cannot be used is none.
ALTER TABLE api_statement DROP COLUMN file_here;

-- The name check (contract §4): accounts of which the bank gave no usable reply at the last query. Other accounts are queried before them.
CREATE TABLE account_name_retry (
  partner    varchar(20) NOT NULL,
  bank_bin   char(6)     NOT NULL,
  account_no varchar(24) NOT NULL,
  tries      integer     NOT NULL,                 -- in vain while the bank replied about others; 0 = the bank itself is in trouble
  reply      varchar(60) NOT NULL,                 -- what came instead, without personal data
  tried_at   timestamptz NOT NULL,
  retry_at   timestamptz NOT NULL,
  PRIMARY KEY (partner, bank_bin, account_no)
);

-- Account-opening files have a last day for their answer, like payments. No contract names a time.
UPDATE batch SET answer_due_on = (built_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + 30
WHERE kind = 'ACCOUNT_OPENING' AND answer_due_on IS NULL AND NOT answered AND built_at IS NOT NULL;
