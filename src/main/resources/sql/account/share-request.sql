-- The entitlement shares the answer to a request.
insert into account_request_entitlement (request_id, entitlement_id)
values (:request, :entitlement)
on conflict do nothing
