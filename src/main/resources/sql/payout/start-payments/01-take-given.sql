-- The new payments, one a payout.
create temporary table given_payment on commit drop as
select * from unnest(:payouts, :attempts, :ids, :partners, :folders, :channels, :bins, :accounts, :names, :words)
  as g (payout_id, attempt, end_to_end_id, to_partner, folder, to_channel, bank_bin, account_no, account_name, words)
