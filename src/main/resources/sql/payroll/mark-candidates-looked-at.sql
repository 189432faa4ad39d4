-- Marks the candidates as checked today.
update account_candidate
set looked_on = :today
where entitlement_id = any (:entitlements)
