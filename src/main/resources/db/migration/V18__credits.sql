-- Credits of a statement that do not say whether they are funding or a return, and what persons made of them.
ALTER TABLE statement_entry
  ADD COLUMN unstated   boolean NOT NULL DEFAULT false,   -- the bank's statement does not say what the credit is for
  ADD COLUMN settled_at timestamptz,                      -- two persons said what it is; null = the entry says it itself
  DROP CONSTRAINT statement_entry_kind_check,
  ADD CONSTRAINT statement_entry_kind_check CHECK (kind IN ('FILE','RETURN','FUNDING','CREDIT','FEE','OTHER'));
CREATE INDEX statement_entry_unsettled ON statement_entry (statement_id) WHERE kind = 'CREDIT' AND NOT matched;
