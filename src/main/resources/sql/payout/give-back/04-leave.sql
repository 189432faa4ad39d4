-- Ends the payouts, and frees their keys where another payout may take them. No payment is started for them any more.
update payout p set state = :state, key_freed = :freed, hold_reason = null, updated_at = :now
from picked g
where g.payout_id = p.payout_id
