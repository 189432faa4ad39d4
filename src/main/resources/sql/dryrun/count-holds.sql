-- How many lines wait for a person, and their amount in dong.
select count(*) as items, coalesce(sum(p.amount_vnd), 0) as dong
from payout p join taken_line t on t.line_no = p.current_line_no left join unrouted_payout u using (payout_id)
where p.current_payroll_id = :payroll and (t.hold_reason is not null or u.reason is not null)
