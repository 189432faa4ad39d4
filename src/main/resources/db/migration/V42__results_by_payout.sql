-- The console shows the results of a payout; without this it read all results ever stated.
CREATE INDEX payout_result_of_payout ON payout_result (payout_id);
