-- Banks that speak ISO 20022 under OpenPGP (partner contracts, 3).

-- An acknowledgement without a number of its own: an older one than the last heard says nothing any more.
ALTER TABLE batch ADD COLUMN acknowledgement_written_at timestamptz;

-- What an encrypted file held once it was opened; the encrypted bytes themselves lie in the archive.
CREATE TABLE decrypted_file (
  file_id      bigint PRIMARY KEY REFERENCES file,
  partner      varchar(20) NOT NULL,
  clear_sha256 char(64)    NOT NULL,
  signer       varchar(64) NOT NULL                 -- fingerprint of the bank's key that signed it
);
CREATE INDEX ON decrypted_file (partner, clear_sha256);

-- Movements name payments of any file of ours: such a file carries no batch, and its PAID statuses count for the payments' own batches.
DROP INDEX file_to_count;
CREATE INDEX file_to_count ON file (partner) WHERE direction = 'IN' AND state = 'DONE' AND folder = '' AND NOT results_counted;
