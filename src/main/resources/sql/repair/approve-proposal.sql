-- Approved and done.
update repair_proposal set state = 'DONE', decided_by = :by, approved_by = :by, decided_at = :now where proposal_id = :id
