-- Numbers the lines of an open batch from 1 without a gap, after payments have left it.
update payment set batch_line = n.line
from (select payment_id, row_number() over (order by batch_line) as line from payment where batch_id = :batch and state = 'SENT') n
where n.payment_id = payment.payment_id and n.line <> payment.batch_line
