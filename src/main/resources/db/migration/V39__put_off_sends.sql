-- How many sends of a batch were put off before anything of the file left: a refused login is waited for, which is no attempt.
ALTER TABLE batch ADD COLUMN put_off integer NOT NULL DEFAULT 0;
