-- A person decides about a payout that took the freed key and was frozen because of the error.
select open_case('PAYOUT_HELD', 'payout:' || l.payout_id,
  'Khoản chi trước của cùng chế độ, cùng tháng từng chi nhầm, nay đã xử lý xong; lần chi ' || l.attempt || ' đang tạm giữ.', :now, :held_due,
  partner => l.partner, amount_vnd => l.amount_vnd)
from unnest(:settled) g (payout_id) join payout_successor s using (payout_id) join payment l on l.payout_id = s.successor_id
where l.frozen and l.state = 'PLANNED'
