-- A proposal as the mail shows it; several = of how many subjects it is, 0 where it is of one.
select action, subject, item_count, amount_vnd, reason, proposed_by, proposed_at,
  (select count(*) from repair_proposal_item i where i.proposal_id = p.proposal_id) as several
from repair_proposal p
where proposal_id = :proposal
