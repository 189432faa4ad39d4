-- The amount that a release of the payroll would release, in dong.
select coalesce(sum(l.amount_vnd), 0) from payment l join payout p using (payout_id)
where p.current_payroll_id = :payroll and l.state = 'PLANNED' and l.released_at is null
