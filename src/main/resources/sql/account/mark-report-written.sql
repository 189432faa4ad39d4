-- Marks the account as written to the welfare database.
update account_report
set written = true
where entitlement_id = :entitlement_id and bank_bin = :bank_bin and account_no = :account_no
