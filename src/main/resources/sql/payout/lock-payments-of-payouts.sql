-- Locks the payments without a number of these payouts and of the payouts that took their key.
select 1 from payment where (state = 'PLANNED' or state = 'SENT' and batch_id in (select batch_id from open_batch)) and payout_id in (
  select unnest(:payouts::bigint[]) union select successor_id from payout_successor where payout_id = any (:payouts))
order by payment_id for update
