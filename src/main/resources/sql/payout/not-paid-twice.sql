-- Records the decision of two persons that a second booking was a repeat of the first.
update duplicate_payment d set outcome = 'NOT_TWICE', settled_at = :now
from payment l
where l.payment_id = d.payment_id and l.payout_id = :payout and d.outcome is null
