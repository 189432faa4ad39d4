-- How many payments a release of the payroll would let go.
select count(*)
from payroll r join payout p on p.current_payroll_id = r.payroll_id
  cross join lateral (select e.released_at, e.came_back_from from payment e
    where e.payout_id = p.payout_id and e.state = 'PLANNED' offset 0) l
where r.payroll_id = :payroll and l.released_at is null and (l.came_back_from is not null or r.released_at is null)
