-- Candidates to be looked at today; locked, so that two hubs request no person twice. Who has a request that counts is looked at again
-- tomorrow while the bank has not reported, once the time after its report is over, and never where the account is open.
select c.entitlement_id,
  case when r.made is null then null when r.opened then date '9999-12-31'
    when r.unreported then :today::date + 1
    else :today::date + greatest(1, extract(day from r.reported_at - :since::timestamptz)::int) end as due_on
from account_candidate c left join lateral (
  select true as made, bool_or(r.state = 'OPENED') as opened, bool_or(r.reported_at is null) as unreported, max(r.reported_at) as reported_at
  from account_request_entitlement e join account_request_made r using (request_id)
  where e.entitlement_id = c.entitlement_id and (r.state = 'OPENED' or coalesce(r.reported_at, r.requested_at) > :since)
  having count(*) > 0) r on true
where c.due_on <= :today
order by c.due_on, c.entitlement_id
limit :most
for update of c
