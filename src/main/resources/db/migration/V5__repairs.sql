-- What persons propose and decide. An action that moves money takes two of them, each by a login of his own.
CREATE TABLE repair_proposal (
  proposal_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  action         varchar(30) NOT NULL,
  subject     varchar(80) NOT NULL,               -- as of a case: payroll:..., payout:..., batch:...
  parameter   varchar(80) NOT NULL DEFAULT '',    -- of the action, '' where it takes none
  reason      text        NOT NULL CHECK (btrim(reason) <> ''),
  item_count  integer     NOT NULL,               -- what the proposer saw; the approver decides about no other
  amount_vnd  bigint      NOT NULL,
  proposed_by varchar(60) NOT NULL,
  proposed_at timestamptz NOT NULL,
  state       varchar(9)  NOT NULL CHECK (state IN ('PROPOSED','DONE','REJECTED')),
  decided_by  varchar(60),
  decided_at  timestamptz,
  approved_by varchar(60),
  CONSTRAINT repair_decided CHECK ((state = 'PROPOSED') = (decided_by IS NULL AND decided_at IS NULL)),
  CONSTRAINT repair_approved CHECK ((state = 'DONE') = (approved_by IS NOT NULL)),
  CONSTRAINT repair_two_persons CHECK (lower(proposed_by) <> lower(approved_by))
);
CREATE UNIQUE INDEX repair_proposed_once ON repair_proposal (action, subject) WHERE state = 'PROPOSED';

-- From which file the payment came back when the whole file was refused or could not be verified: a person releases those together.
ALTER TABLE payment ADD COLUMN came_back_from bigint REFERENCES batch;
CREATE INDEX ON payment (came_back_from) WHERE came_back_from IS NOT NULL;

-- What is written in the audit trail stays.
CREATE FUNCTION audit_event_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_event is append-only';
END $$;
CREATE TRIGGER audit_event_stays BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION audit_event_stays();
CREATE TRIGGER audit_event_stays_whole BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION audit_event_stays();
