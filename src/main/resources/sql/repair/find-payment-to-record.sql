-- The payment of a payout whose outcome persons may record: out at the partner, and its list is closed or the promised report is
-- overdue: a bank that left it in progress still owes one. Cash that is paid may turn out not to be. Read when all locks are held.
select l.payment_id, l.batch_id, l.partner, l.state, l.channel, l.amount_vnd,
  b.list_closed or coalesce(b.answer_due_on < :today, b.answered) as is_due
from payment l join batch b using (batch_id)
where l.payout_id = :payout and b.state in ('SENT', 'ACKNOWLEDGED')
  and (l.state in ('SENT', 'ACCEPTED') or l.state = 'PAID' and l.channel <> 'BANK' and b.list_closed)
