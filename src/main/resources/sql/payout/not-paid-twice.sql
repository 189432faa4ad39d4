-- Two persons say that a second booking was the first one reported again.
update duplicate_payment d set outcome = 'NOT_TWICE', settled_at = :now
from payment l
where l.payment_id = d.payment_id and l.payout_id = :payout and d.outcome is null
