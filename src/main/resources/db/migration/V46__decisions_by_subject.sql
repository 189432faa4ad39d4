-- The story of a payout shows the decisions about it; without these it read all decisions ever made.
CREATE INDEX audit_event_subject ON audit_event (subject);
CREATE INDEX repair_proposal_subject ON repair_proposal (subject);
