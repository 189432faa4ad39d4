-- The payouts that hold the key of a staged line, and those that a staged line would revive.
insert into pg_temp.payout (payout_id, payroll_id, line_no, current_payroll_id, current_line_no, programme, commune_code, period,
  entitlement_id,
  beneficiary_id, kind, for_from, for_to, amount_vnd, state, hold_reason, key_freed, attempt, channel, partner, explanation,
  beneficiary_name, beneficiary_no, birth_year, sex, address, circumstance, no_transfer, cash_place, payee_name, payee_no,
  payee_relation, bank_bin, account_no, account_name, authorised_name, authorised_no, authorisation_doc, authorised_until, pay_from,
  pay_until, updated_at)
overriding system value
select p.payout_id, p.payroll_id, p.line_no, p.current_payroll_id, p.current_line_no, programme, commune_code, period, entitlement_id,
  beneficiary_id, kind, for_from, for_to, amount_vnd, state, hold_reason, key_freed, attempt, channel, partner, explanation,
  beneficiary_name, beneficiary_no, birth_year, sex, address, circumstance, no_transfer, cash_place, payee_name, payee_no,
  payee_relation, bank_bin, account_no, account_name, authorised_name, authorised_no, authorisation_doc, authorised_until, pay_from,
  pay_until, updated_at
from payout p
where p.payout_id in (
  select o.payout_id from taken_line t join payout o on o.entitlement_id = t.entitlement_id
  where t.reason_code is null and not o.key_freed and o.kind = t.kind
    and case t.kind when 'REGULAR' then o.months && daterange(t.for_from, t.for_to, '[]')
      else o.for_from = t.for_from and o.for_to = t.for_to end
  union
  select t.carried_payout_id from taken_line t where t.carried_payout_id is not null)
