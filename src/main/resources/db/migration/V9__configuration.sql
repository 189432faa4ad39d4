-- With which route and mapping files a batch was made.
CREATE TABLE configuration (
  configuration_sha256 varchar(64) PRIMARY KEY,   -- of the lines in files
  files                text        NOT NULL,      -- one line a file, by name: SHA-256, two blanks, name
  first_used_at        timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE batch ADD COLUMN configuration_sha256 varchar(64) REFERENCES configuration;
