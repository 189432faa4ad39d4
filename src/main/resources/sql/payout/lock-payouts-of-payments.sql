-- Locks the payouts of the payments given.
select payout_id from payout where payout_id in (select payout_id from payment where payment_id = any (:payments))
order by payout_id
for update
