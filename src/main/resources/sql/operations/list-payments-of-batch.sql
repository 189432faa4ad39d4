-- The payments of a batch behind a line of its file.
select l.batch_line as place, l.batch_line as line_no, l.payout_id, l.end_to_end_id, l.amount_vnd, l.current_state as state, l.frozen,
  p.beneficiary_name,
  p.payee_name, p.kind, p.for_from, p.for_to
from (select * from current_payment where batch_id = :batch and batch_line > :after order by batch_line limit :most) l
  cross join lateral (select o.beneficiary_name, o.payee_name, o.kind, o.for_from, o.for_to from payout o
    where o.payout_id = l.payout_id offset 0) p
order by l.batch_line
