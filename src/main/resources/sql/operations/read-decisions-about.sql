-- The proposals about a subject and how each was decided, in order.
select action, reason, proposed_by, proposed_at, state, decided_by, decided_at
from repair_proposal
where subject = :subject
order by proposal_id
