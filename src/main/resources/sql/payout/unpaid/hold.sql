-- Holds the payout, for the reason given or the payment's own; a case is opened unless one is open that stands while the payout is held
-- (the kinds of repair/case-stands): one a reason, agency and day.
-- Where the agency's data ended the payment, the case says what they are.
with held as (
  update payout p set state = 'HELD', hold_reason = coalesce(:holdReason, left(coalesce(:reason::text, :outcome), 30)), updated_at = :now
  from picked g where g.payout_id = p.payout_id
  returning p.payout_id, p.partner, p.amount_vnd, p.attempt, p.hold_reason, p.current_payroll_id)
select hold_case(h.payout_id, r.agency_code, h.hold_reason, :words || coalesce((select ' ' || l.reason_text from payment l
  where l.payout_id = h.payout_id and l.state = 'CANCELLED' and l.attempt = h.attempt), ''), :now, :due, partner => h.partner,
  amount_vnd => h.amount_vnd)
from (select * from held order by payout_id) h join payroll r on r.payroll_id = h.current_payroll_id
where not exists (select from case_record c where c.subject = 'payout:' || h.payout_id and c.state = 'OPEN'
  and c.kind in ('PAYOUT_HELD', 'PAYROLL_WITHDRAWN', 'PAYMENT_RETURNED', 'PAYEE_DECEASED'))
