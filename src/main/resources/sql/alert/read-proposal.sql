-- A proposal as the mail shows it.
select proposal_id, action, subject, item_count, amount_vnd, reason, proposed_by, proposed_at
from repair_proposal
where proposal_id = :proposal
