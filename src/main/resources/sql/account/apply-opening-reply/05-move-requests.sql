-- Moves the requests by the last line about each, one that opens an account first; an account that is open stays open.
update account_request r
set state = s.outcome, account_no = s.account_no, account_name = s.account_name, opened_on = s.opened_on, code = left(s.code, 20),
  reported_at = :now
from (select distinct on (request_id) * from staged_opening order by request_id, (outcome = 'OPENED') desc, line_no desc) s
where r.request_id = s.request_id and (r.state in ('REQUESTED', 'WAITING') or r.state = 'REFUSED' and s.outcome = 'OPENED')
