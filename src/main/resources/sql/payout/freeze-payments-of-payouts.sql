-- These payouts are paid twice: payments that would pay them, or the payouts that took their key, once more wait for a person.
update payment set frozen = true, state = 'PLANNED', batch_id = null, batch_line = null, updated_at = :now
where (state = 'PLANNED' or state = 'SENT' and batch_id in (select batch_id from open_batch)) and payout_id in (
  select unnest(:payouts::bigint[]) union select successor_id from payout_successor where payout_id = any (:payouts))
