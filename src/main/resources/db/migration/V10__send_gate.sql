-- Rule 11: a restored database sends nothing by itself.

-- One row: whether files may leave. Generation: how often sending was begun anew after a database was restored; 0 = never yet.
CREATE TABLE send_gate (
  one        boolean     PRIMARY KEY DEFAULT true CHECK (one),
  generation integer     NOT NULL CHECK (generation >= 0),
  open       boolean     NOT NULL,
  stopped_at timestamptz,
  why        text,
  CONSTRAINT send_gate_stopped CHECK (open = (stopped_at IS NULL AND why IS NULL))
);
INSERT INTO send_gate (generation, open) VALUES (0, true);

-- Payments of files that the database had forgotten and that it does not hold (yet): its payroll may have to be taken again first. They
-- never travel in another file; each goes into its own batch as soon as it is there.
CREATE TABLE payment_already_out (
  end_to_end_id char(16) PRIMARY KEY,
  batch_id      bigint   NOT NULL REFERENCES batch,
  batch_line    integer  NOT NULL
);
CREATE INDEX ON payment_already_out (batch_id);
