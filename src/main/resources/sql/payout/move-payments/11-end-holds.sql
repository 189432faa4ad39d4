-- Ends the hold of a payout that was paid after all.
select close_cases(array['PAYOUT_HELD'], 'payout:' || payout_id, :now, 'đối tác báo đã chi')
from moved
where to_state = 'PAID' and payout_from = 'HELD'
