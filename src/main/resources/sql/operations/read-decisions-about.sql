-- The proposals about a subject, alone or with others, and how each was decided, in order.
select p.action, p.reason, p.proposed_by, p.proposed_at, p.state, p.decided_by, p.decided_at
from repair_proposal p
where p.subject = :subject
  or p.proposal_id in (select i.proposal_id from repair_proposal_item i where i.subject = :subject)
order by p.proposal_id
