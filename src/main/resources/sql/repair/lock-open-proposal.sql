-- An undecided proposal, locked.
select proposal_id, action, subject, parameter, reason, item_count, amount_vnd, proposed_by, proposed_at from repair_proposal
where state = 'PROPOSED' and proposal_id = :id
for update
