-- Payments of one payout move one after another; of one payment, paid comes before returned.
update staged_status s set ordinal = n.ordinal
from (select line_no, payment_id, row_number() over (partition by payout_id order by reported = 'RETURNED', line_no) as ordinal
  from staged_status where payment_id is not null and effect is null) n
where n.line_no = s.line_no and n.payment_id = s.payment_id
