-- The subjects of a proposal about several, in the order in which they were frozen.
select subject, item_count, amount_vnd from repair_proposal_item where proposal_id = :proposal
order by position
