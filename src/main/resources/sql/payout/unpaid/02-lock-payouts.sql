-- Locks the payouts given.
select payout_id from payout where payout_id = any (:given) order by payout_id for update
