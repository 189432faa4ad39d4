-- Candidates without a request since then and not checked today; locked, so that two hubs request no person twice.
select c.entitlement_id
from account_candidate c
where c.looked_on is distinct from :today
  and not exists (select from account_request_made r
    where (r.state = 'OPENED' or coalesce(r.reported_at, r.requested_at) > :since)
      and r.request_id in (select e.request_id from account_request_entitlement e where e.entitlement_id = c.entitlement_id))
order by c.entitlement_id
limit :most
for update of c
