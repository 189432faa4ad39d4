-- The proposals about subjects, alone or with others, and how each was decided, in order.
select p.action, p.reason, p.proposed_by, p.proposed_at, p.state, p.decided_by, p.decided_at
from repair_proposal p
where p.proposal_id in (select o.proposal_id from repair_proposal o where o.subject = any (:subjects::text[])
  union all
  select i.proposal_id from repair_proposal_item i where i.subject = any (:subjects::text[]))
order by p.proposal_id
