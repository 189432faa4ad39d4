-- The payment of a payout whose outcome persons may record: out at the partner, and the last report about its file came or is overdue. Cash
-- that is paid may turn out not to be. Read when all locks are held.
select l.payment_id, l.batch_id, l.partner, l.state, l.channel, l.amount_vnd, b.answered or b.answer_due_on < :today as is_due
from payment l join batch b using (batch_id)
where l.payout_id = :payout and b.state in ('SENT', 'ACKNOWLEDGED')
  and (l.state in ('SENT', 'ACCEPTED') or l.state = 'PAID' and l.channel <> 'BANK' and b.list_closed)
