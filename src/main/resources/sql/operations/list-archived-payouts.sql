-- Archived payouts by id, the newest first, for a list; their names are in the archive.
select payout_id, programme, commune_code, period, for_from, for_to, amount_vnd, state, channel, partner
from archived_payout
where payout_id = any (:payouts)
order by period desc, payout_id desc
