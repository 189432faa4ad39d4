-- Payouts by id, the newest first, for a list.
select payout_id, programme, commune_code, period, for_from, for_to, beneficiary_name, payee_name, birth_year, amount_vnd, state, channel,
  partner
from payout
where payout_id = any (:payouts)
order by period desc, payout_id desc
