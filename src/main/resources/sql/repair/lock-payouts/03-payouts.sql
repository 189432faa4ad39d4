-- Locks several payouts.
select 1 from payout where payout_id = any (:payouts)
order by payout_id for update
