-- The lines that are accepted and wait for a person, in the order of their numbers.
select p.current_line_no as line_no, p.entitlement_id, p.amount_vnd, coalesce(u.reason, t.hold_reason) as reason,
  coalesce(u.explanation, t.hold_text) as explanation
from payout p join taken_line t on t.line_no = p.current_line_no left join unrouted_payout u using (payout_id)
where p.current_payroll_id = :payroll and (t.hold_reason is not null or u.reason is not null)
order by p.current_line_no
limit :most
