-- Candidates not checked today, and whether each has a request since then; locked, so that two hubs request no person twice.
select c.entitlement_id,
  exists (select from account_request_entitlement e join account_request_made r using (request_id)
    where e.entitlement_id = c.entitlement_id and (r.state = 'OPENED' or coalesce(r.reported_at, r.requested_at) > :since)) as requested
from account_candidate c
where c.looked_on < :today
order by c.looked_on, c.entitlement_id
limit :most
for update of c
