-- Lines that speak against an account that is open.
select count(*)
from staged_opening s join account_request r using (request_id)
where r.state = 'OPENED' and (s.outcome = 'REFUSED' or s.outcome = 'OPENED' and s.account_no <> r.account_no)
