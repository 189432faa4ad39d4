-- An ACK or X that comes again under its number and says the same is no news, however its text was cut; another refusal is a conflict.
ALTER TABLE batch ADD COLUMN acknowledgement_content varchar(80);
COMMENT ON COLUMN batch.acknowledgement_content IS 'code and SHA-256 of the answer that acknowledgement_no counts; null: none, or one heard before this column was';
