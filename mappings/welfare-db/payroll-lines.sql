-- Every line of one payroll with all that intake asks about it, in the order of its number.
SELECT item.line_no, item.kind, item.for_from, item.for_to, item.amount_vnd,
       ent.entitlement_id, ent.programme, ent.payee_name, ent.payee_personal_no, ent.payee_relation,
       ent.valid_from AS entitled_from, ent.valid_to AS entitled_to,
       person.beneficiary_id, person.personal_no, person.full_name, person.birth_date, person.sex, person.commune_code,
       person.address, person.circumstance, person.no_transfer, person.cash_place, person.life_status, person.life_status_on,
       account.bank_bin, account.account_no, account.account_name, account.same_day,
       paper.document_no, paper.receiver_name, paper.receiver_personal_no, paper.valid_to AS paper_valid_to,
       named.line_no IS NOT NULL AS names_a_line, named.entitlement_id AS named_entitlement_id, named.for_from AS named_for_from,
       named.for_to AS named_for_to, named.amount_vnd AS named_amount_vnd,
       origin.payroll_id AS origin_payroll_id, origin.line_no AS origin_line_no
FROM welfare.payroll_item item
JOIN welfare.payroll pay ON pay.payroll_id = item.payroll_id
JOIN welfare.entitlement ent ON ent.entitlement_id = item.entitlement_id
JOIN welfare.beneficiary person ON person.beneficiary_id = ent.beneficiary_id
-- the account that counts: registered by the cut-off, not closed on the day of planning, the newest; same_day > 1 is a question
LEFT JOIN LATERAL (
  SELECT a.bank_bin, a.account_no, a.account_name, count(*) OVER (PARTITION BY a.registered_on) AS same_day
  FROM welfare.payment_account a
  WHERE a.entitlement_id = item.entitlement_id
    AND a.registered_on <= pay.account_cutoff
    AND (a.closed_on IS NULL OR a.closed_on > :planningDay)
  ORDER BY a.registered_on DESC, a.bank_bin, a.account_no
  LIMIT 1) account ON true
-- the paper by which somebody else may collect: valid on the first pay day, the longest
LEFT JOIN LATERAL (
  SELECT p.document_no, p.receiver_name, p.receiver_personal_no, p.valid_to
  FROM welfare.authorisation p
  WHERE p.entitlement_id = item.entitlement_id AND pay.pay_from BETWEEN p.valid_from AND p.valid_to
  ORDER BY p.valid_to DESC, p.valid_from DESC, p.document_no
  LIMIT 1) paper ON true
LEFT JOIN welfare.payroll_item named ON named.payroll_id = item.carries_payroll_id AND named.line_no = item.carries_line_no
-- a CARRY_OVER line may name a CARRY_OVER line: the payout was made by the line at the end of the chain
LEFT JOIN LATERAL (
  WITH RECURSIVE chain AS (
    SELECT named.payroll_id, named.line_no, named.kind, named.carries_payroll_id, named.carries_line_no
    UNION
    SELECT next.payroll_id, next.line_no, next.kind, next.carries_payroll_id, next.carries_line_no
    FROM chain JOIN welfare.payroll_item next
      ON next.payroll_id = chain.carries_payroll_id AND next.line_no = chain.carries_line_no)
  SELECT payroll_id, line_no FROM chain WHERE kind <> 'CARRY_OVER' LIMIT 1) origin ON true
WHERE item.payroll_id = :payroll
ORDER BY item.line_no
