-- For each person the newest request that is answered by an account or was made after then.
select distinct on (r.personal_no) r.personal_no, r.request_id
from account_request_made r
where r.personal_no = any (:persons) and (r.state = 'OPENED' or coalesce(r.reported_at, r.requested_at) > :since)
order by r.personal_no, r.requested_at desc
