-- Every account that is open on the day, the newest registration first.
SELECT entitlement_id, bank_bin, account_no, account_name, registered_on
FROM welfare.payment_account
WHERE entitlement_id = ANY (:entitlements)
  AND (closed_on IS NULL OR closed_on > :day)
ORDER BY entitlement_id, registered_on DESC, bank_bin, account_no
