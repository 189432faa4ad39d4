-- Counts the lines that contradict an open account.
select count(*)
from staged_opening s join account_request r using (request_id)
where r.state = 'OPENED' and (s.outcome = 'REFUSED' or s.outcome = 'OPENED' and s.account_no <> r.account_no)
