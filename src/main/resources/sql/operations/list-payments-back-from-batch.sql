-- The payments that came back from a refused or unverified batch, behind a payment. They have no line in its file any more.
select l.payment_id as place, 0 as line_no, l.payout_id, l.end_to_end_id, l.amount_vnd, l.current_state as state, l.frozen,
  p.beneficiary_name, p.payee_name,
  p.kind, p.for_from, p.for_to
from (select * from current_payment where came_back_from = :batch and payment_id > :after order by payment_id limit :most) l
  cross join lateral (select o.beneficiary_name, o.payee_name, o.kind, o.for_from, o.for_to from payout o
    where o.payout_id = l.payout_id offset 0) p
order by l.payment_id
