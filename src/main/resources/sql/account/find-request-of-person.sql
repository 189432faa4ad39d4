-- The newest request for a person that is answered by an account or was made after then.
select r.request_id
from account_request_made r
where r.personal_no = :person and (r.state = 'OPENED' or coalesce(r.reported_at, r.requested_at) > :since)
order by r.requested_at desc
limit 1
