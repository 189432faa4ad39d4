-- The payout that persons decide about, with its newest payment; the caller holds its lock.
create temporary table picked on commit drop as
select p.payout_id, p.current_payroll_id, p.current_line_no, p.period, p.programme, coalesce(p.partner, 'none') as partner,
  p.partner as result_partner, p.amount_vnd, l.payment_id, p.channel, l.end_to_end_id,
  left(coalesce(l.reason_code, p.hold_reason), 20) as reason_code, :reason::text as reason_text
from payout p left join payment l on l.payout_id = p.payout_id and l.attempt = p.attempt
where p.payout_id = :payout
