-- The number of requests for the entitlement in files that the bank accepted.
select count(*)
from account_request_made r
where r.request_id in (select e.request_id from account_request_entitlement e where e.entitlement_id = :entitlement)
