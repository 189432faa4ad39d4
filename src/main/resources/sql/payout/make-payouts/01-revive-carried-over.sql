-- Of two lines that would revive one payout the first wins; the state is checked again, under the row's lock.
update payout p
set current_payroll_id = :payroll, current_line_no = t.line_no, period = cast(:period as date), commune_code = :commune,
  state = case when t.hold_reason is null then 'OPEN' else 'HELD' end, hold_reason = t.hold_reason, partner = null,
  pay_from = :payFrom, pay_until = :payUntil, updated_at = :at,
  (beneficiary_id, channel, explanation, beneficiary_name, beneficiary_no, birth_year, sex, address, circumstance, no_transfer,
    cash_place, payee_name, payee_no, payee_relation, bank_bin, account_no, account_name, authorised_name, authorised_no,
    authorisation_doc, authorised_until)
  = (t.beneficiary_id, t.channel, t.explanation, t.beneficiary_name, t.beneficiary_no, t.birth_year, t.sex, t.address, t.circumstance,
    t.no_transfer, t.cash_place, t.payee_name, t.payee_no, t.payee_relation, t.bank_bin, t.account_no, t.account_name,
    t.authorised_name, t.authorised_no, t.authorisation_doc, t.authorised_until)
from (
  select distinct on (carried_payout_id) * from taken_line
  where reason_code is null and carried_payout_id is not null
  order by carried_payout_id, line_no) t
where p.payout_id = t.carried_payout_id and p.state = 'CARRIED_OVER' and p.programme = :programme
  and p.entitlement_id = t.entitlement_id and p.for_from = t.for_from and p.for_to = t.for_to and p.amount_vnd = t.amount_vnd
