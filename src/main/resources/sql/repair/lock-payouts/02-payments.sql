-- Locks the payments of several payouts.
select 1 from payment where payout_id = any (:payouts)
order by payment_id for update
