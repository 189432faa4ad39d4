-- A payout that took the key and has no payment yet waits as well.
with held as (
  update payout set state = 'HELD', hold_reason = 'PREDECESSOR_PAID', updated_at = :now
  where state = 'OPEN' and payout_id in (select s.successor_id from moved m join payout_successor s using (payout_id)
      where m.to_state = 'PAID_IN_ERROR')
    and not exists (select from payment l where l.payout_id = payout.payout_id and l.alive_or_paid)
  returning payout_id, partner, amount_vnd)
select open_case('PAYOUT_HELD', 'payout:' || payout_id, 'Khoản chi trước của cùng chế độ, cùng tháng đã được chi sau khi trả lại.',
  :now, :held_due, partner => partner, amount_vnd => amount_vnd)
from held
