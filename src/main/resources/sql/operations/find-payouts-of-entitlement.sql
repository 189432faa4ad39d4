-- The newest payouts of an entitlement.
select payout_id
from payout
where entitlement_id = :entitlement
order by payout_id desc
limit :most
