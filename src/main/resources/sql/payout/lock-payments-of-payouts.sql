-- Locks the payments of these payouts and of the payouts that took their key.
select 1 from payment where payout_id in (
  select unnest(:payouts::bigint[]) union select successor_id from payout_successor where payout_id = any (:payouts))
order by payment_id for update
