-- The newest payouts of an entitlement, archived ones too.
select payout_id from payout where entitlement_id = :entitlement
union all
select payout_id from archived_payout where entitlement_key = md5(:entitlement)::uuid
order by payout_id desc
limit :most
