-- Money for these payouts is out twice: what would pay them, or whoever took their key, once more waits for a person.
update payment set frozen = true, state = 'PLANNED', batch_id = null, batch_line = null, updated_at = :now
where state in ('PLANNED', 'BATCHED') and (payout_id = any (:payouts) or payout_id in (
  select successor_id from payout_successor where payout_id = any (:payouts)))
