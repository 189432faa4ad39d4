-- Candidates for account opening: the payees of running entitlements without an open account.
SELECT ent.entitlement_id, ent.payee_name, ent.payee_personal_no, ent.payee_relation = 'SELF' AS for_himself,
       person.full_name, person.personal_no, person.birth_date, person.address, person.commune_code, person.phone
FROM welfare.entitlement ent
JOIN welfare.beneficiary person ON person.beneficiary_id = ent.beneficiary_id
WHERE ent.entitlement_id = ANY (:entitlements)
  AND ent.valid_from <= :day AND (ent.valid_to IS NULL OR ent.valid_to >= :day)
  AND person.life_status = 'ACTIVE'
  AND NOT EXISTS (SELECT FROM welfare.payment_account a
    WHERE a.entitlement_id = ent.entitlement_id AND (a.closed_on IS NULL OR a.closed_on > :day))
ORDER BY ent.entitlement_id
