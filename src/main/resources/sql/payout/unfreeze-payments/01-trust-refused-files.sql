-- Records the decision of two persons that no refused file pays the payout any more.
update refused_payment t set may_be_paid = false
from payment l
where l.payment_id = t.payment_id and l.payout_id = :payout
