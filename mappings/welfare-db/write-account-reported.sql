INSERT INTO welfare.account_reported
  (entitlement_id, bank_bin, account_no, account_name, opened_on, campaign_id, reported_at)
VALUES (:entitlement_id, :bank_bin, :account_no, :account_name, :opened_on, :campaign_id, :now)
ON CONFLICT (entitlement_id, bank_bin, account_no) DO NOTHING
