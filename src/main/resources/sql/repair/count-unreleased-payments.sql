-- How many payments a release of the payroll would let go.
select count(*) from payment l join payout p using (payout_id)
where p.current_payroll_id = :payroll and l.state = 'PLANNED' and l.released_at is null
