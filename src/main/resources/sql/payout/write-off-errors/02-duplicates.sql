-- Writes off the unsettled second bookings of the payout.
update duplicate_payment d set outcome = 'WRITTEN_OFF', settled_at = :now
from payment l
where l.payment_id = d.payment_id and l.payout_id = :payout and d.outcome is null
