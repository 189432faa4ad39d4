-- The ids that unmatched returns on the partner's statements name and that no payment here has: the payment may be archived.
select distinct e.end_to_end_id
from statement_entry e join statement s using (statement_id)
where s.partner = :partner and s.state = 'CHAINED' and e.kind = 'RETURN' and not e.matched and e.end_to_end_id is not null
  and not exists (select from payment l where l.end_to_end_id = e.end_to_end_id)
