-- Holds the payout, for the reason given or the payment's own; a case is opened unless one is open already. Where the agency's data ended
-- the payment, the case says what they are.
with held as (
  update payout p set state = 'HELD', hold_reason = coalesce(:holdReason, left(coalesce(:reason::text, :outcome), 30)), updated_at = :now
  from picked g where g.payout_id = p.payout_id
  returning p.payout_id, p.partner, p.amount_vnd, p.attempt)
select open_case('PAYOUT_HELD', 'payout:' || payout_id, :words || coalesce((select ' ' || l.reason_text from payment l
  where l.payout_id = held.payout_id and l.state = 'CANCELLED' and l.attempt = held.attempt), ''), :now, :due, partner => partner, amount_vnd => amount_vnd)
from held
where not exists (select from case_record c where c.subject = 'payout:' || held.payout_id and c.state = 'OPEN')
