-- A person decides about the payment that was frozen because of the error.
select open_case('PAYOUT_HELD', 'payout:' || l.payout_id,
  'Khoản chi nhầm đã trả về; lần chi ' || l.attempt || ' đang tạm giữ.', :now, :held_due,
  partner => l.partner, amount_vnd => l.amount_vnd)
from payment l
where l.payout_id = any (:settled) and l.frozen and l.state = 'PLANNED'
