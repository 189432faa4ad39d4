-- One proposal about several subjects, frozen with the number and sum of each.
with numbered as (select nextval(pg_get_serial_sequence('repair_proposal', 'proposal_id')) as id),
added as (
  insert into repair_proposal (proposal_id, action, subject, parameter, reason, item_count, amount_vnd, proposed_by, proposed_at, state)
  overriding system value
  select id, :action, 'proposal:' || id, :parameter, :reason, :items, :amount, :by, :now, 'PROPOSED' from numbered
  returning proposal_id),
frozen as (
  insert into repair_proposal_item (proposal_id, position, subject, item_count, amount_vnd)
  select a.proposal_id, s.position, s.subject, s.item_count, s.amount_vnd
  from added a, unnest(:subjects::text[], :counts::integer[], :amounts::bigint[]) with ordinality
    as s (subject, item_count, amount_vnd, position)
  returning proposal_id)
select distinct proposal_id from frozen
