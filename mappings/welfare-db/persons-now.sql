-- Current data that decide whether a month is still owed, for payouts with an active payment.
SELECT ent.entitlement_id, ent.valid_from, ent.valid_to, person.life_status, person.life_status_on
FROM welfare.entitlement ent
JOIN welfare.beneficiary person ON person.beneficiary_id = ent.beneficiary_id
WHERE ent.entitlement_id = ANY (:entitlements)
