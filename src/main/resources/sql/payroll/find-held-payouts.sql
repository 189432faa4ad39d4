-- The payouts of a payroll that wait for a person, in the order of their lines, after the given one.
select p.payout_id, t.line_no, p.amount_vnd, t.hold_reason, t.hold_text
from taken_line t join payout p on p.current_payroll_id = :payroll and p.current_line_no = t.line_no
where t.hold_reason is not null and t.line_no > :after
order by t.line_no
limit :chunk
