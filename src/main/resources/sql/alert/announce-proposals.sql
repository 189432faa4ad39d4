-- One mail to the approvers for every proposal that waits for a second person.
insert into mail (event, role, proposal_id, created_at, next_try_at)
select 'PROPOSAL', :approver, p.proposal_id, :wall, :wall
from proposal_not_notified p
order by p.proposal_id
on conflict do nothing
