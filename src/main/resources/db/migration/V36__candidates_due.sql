-- Candidates name the day from which they are looked at again, and not the day on which they were looked at: whom the bank has given an
-- account, or refused one, need not be looked at each day.
ALTER TABLE account_candidate RENAME COLUMN looked_on TO due_on;
UPDATE account_candidate SET due_on = due_on + 1 WHERE due_on > '-infinity';
