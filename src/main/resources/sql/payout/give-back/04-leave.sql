-- From here on the hub starts no payment for it.
update payout p set state = :state, key_freed = :freed, hold_reason = null, updated_at = :now
from picked g
where g.payout_id = p.payout_id
