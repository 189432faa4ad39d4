-- The candidates were looked at today.
update account_candidate
set looked_on = :today
where entitlement_id = any (:entitlements)
