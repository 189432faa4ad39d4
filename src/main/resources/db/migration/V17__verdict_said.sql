-- An ACK or X that comes again under its number and says the same is no news, however its text was cut; another refusal is a conflict.
ALTER TABLE batch ADD COLUMN verdict_said varchar(80);
COMMENT ON COLUMN batch.verdict_said IS 'code and SHA-256 of the answer that verdict_no counts; null: none, or one heard before this column was';
