-- Locks the payouts of these payments.
select 1 from payout
where payout_id in (select n.payout_id
from payment n where n.payout_id in (
  select l.payout_id from refused_payment t join payment l using (payment_id) where t.batch_id = :batch
  union select s.successor_id from refused_payment t join payment l using (payment_id) join payout_successor s using (payout_id)
    where t.batch_id = :batch))
order by payout_id
for update
