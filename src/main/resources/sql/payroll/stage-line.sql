-- One judged line on the stage.
insert into taken_line (line_no, amount_vnd, reason_code, reason_text, hold_reason, hold_text, carried_payout_id, partner, help_to_account,
  entitlement_id, kind, for_from, for_to,
  beneficiary_id, channel, explanation, beneficiary_name, beneficiary_no, birth_year, sex, address, circumstance, no_transfer,
  cash_place, payee_name, payee_no, payee_relation, bank_bin, account_no, account_name, authorised_name, authorised_no,
  authorisation_doc, authorised_until)
values (:line_no, :amount_vnd, :reason_code, :reason_text, :hold_reason, :hold_text, :carried_payout_id, :partner, :help_to_account,
  :entitlement_id, :kind, :for_from, :for_to,
  :beneficiary_id, :channel, :explanation, :beneficiary_name, :beneficiary_no, :birth_year, :sex, :address, :circumstance, :no_transfer,
  :cash_place, :payee_name, :payee_no, :payee_relation, :bank_bin, :account_no, :account_name, :authorised_name, :authorised_no,
  :authorisation_doc, :authorised_until)
