-- Picks the payouts to decide about. It is a statement of its own, so it sees the commits made while the locks were waited for.
create temporary table picked on commit drop as
select u.payout_id, u.current_payroll_id, u.current_line_no, u.period, u.programme, coalesce(u.partner, 'none') as partner,
  u.partner as result_partner, u.amount_vnd, u.next_attempt, u.payment_id, u.channel, u.end_to_end_id, u.reason_code, u.reason_text,
    u.payroll_state
from unpaid_payout u
where u.phase = :phase and u.outcome = :outcome and u.reason_code is not distinct from :reason::text
  and u.channel = :channel and u.pay_until = :payUntil and u.since = :since
  and u.payout_id = any (:locked) and u.current_payroll_id = any (:payrolls)
