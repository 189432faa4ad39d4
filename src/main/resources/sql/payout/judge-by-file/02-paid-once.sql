-- Of several PAID lines of a payment that are no second bookings the first one counts.
update staged_status s set effect = 'NO_CHANGE'
from (select payment_id, min(line_no) as line_no from staged_status where reported = 'PAID' and effect is null
  group by payment_id having count(*) > 1) f
where s.payment_id = f.payment_id and s.line_no > f.line_no and s.reported = 'PAID' and s.effect is null
