-- The stage of judged lines: columns as those of the payout, without its constraints; it lives as long as the transaction.
create temporary table taken_line on commit drop as
select line_no, amount_vnd, null::varchar(20) as reason_code, null::text as reason_text, hold_reason, null::text as hold_text,
  payout_id as carried_payout_id, partner, false as help_to_account, entitlement_id, kind, for_from, for_to,
  beneficiary_id, channel, explanation, beneficiary_name, beneficiary_no, birth_year, sex, address, circumstance, no_transfer,
  cash_place, payee_name, payee_no, payee_relation, bank_bin, account_no, account_name, authorised_name, authorised_no,
  authorisation_doc, authorised_until
from payout
with no data
