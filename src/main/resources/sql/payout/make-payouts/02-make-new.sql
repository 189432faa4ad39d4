-- In the order of the lines: the payout key's constraints let the first of two pass and skip the second. A line whose key an archived
-- payout holds makes none either; months after the last archived one are not looked up.
insert into payout (payroll_id, line_no, current_payroll_id, current_line_no, programme, commune_code, period, entitlement_id,
  kind, for_from, for_to, amount_vnd, partner, state, hold_reason, pay_from, pay_until, updated_at,
  beneficiary_id, channel, explanation, beneficiary_name, beneficiary_no, birth_year, sex, address, circumstance, no_transfer,
  cash_place, payee_name, payee_no, payee_relation, bank_bin, account_no, account_name, authorised_name, authorised_no,
  authorisation_doc, authorised_until)
select :payroll, line_no, :payroll, line_no, :programme, :commune, cast(:period as date), entitlement_id,
  kind, for_from, for_to, amount_vnd, partner, case when hold_reason is null then 'OPEN' else 'HELD' end, hold_reason,
  :payFrom, :payUntil, :at,
  beneficiary_id, channel, explanation, beneficiary_name, beneficiary_no, birth_year, sex, address, circumstance, no_transfer,
  cash_place, payee_name, payee_no, payee_relation, bank_bin, account_no, account_name, authorised_name, authorised_no,
  authorisation_doc, authorised_until
from taken_line
where reason_code is null and carried_payout_id is null
  and case when for_from <= (select max(last_month) from archived_month)
    then archived_key(entitlement_id, kind, for_from, for_to) end is null
order by line_no
on conflict do nothing
