-- How often the entitlement was asked for in files that the bank took.
select count(*)
from account_request_made r
where r.request_id in (select e.request_id from account_request_entitlement e where e.entitlement_id = :entitlement)
