-- Locks payouts whose freed key a payout of the payroll took, first: a late status about one of them locks it before its successor.
select p.payout_id from payout p join payout_successor s using (payout_id) join payout q on q.payout_id = s.successor_id
where q.current_payroll_id = :payroll and q.state = 'OPEN'
order by p.payout_id
for share of p
