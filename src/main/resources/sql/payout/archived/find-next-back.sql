-- The next archived payouts of the month, in the order of their ids.
select payout_id from archived_payout where period = :period order by payout_id limit :most
