-- The payments that a release of the payroll would release, and their amount in dong: by the keys of the payroll's payouts, whatever the
-- statistics tell of planned payments. The state is named itself: the index of planned payments, which statistics hold for empty, would be
-- read whole for each payout.
select count(*) as payments, coalesce(sum(l.amount_vnd), 0) as total_vnd
from payroll r join payout p on p.current_payroll_id = r.payroll_id
  cross join lateral (select e.amount_vnd, e.released_at, e.came_back_from from payment e
    where e.payout_id = p.payout_id and e.state = 'PLANNED' offset 0) l
where r.payroll_id = :payroll and l.released_at is null and (l.came_back_from is not null or r.released_at is null)
