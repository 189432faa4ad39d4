-- Rejected.
update repair_proposal set state = 'REJECTED', decided_by = :by, decided_at = :now where proposal_id = :id
