-- Locks every payment of every payout that had a payment in the file, or that took the key of one; a payment that starts at this
-- moment is waited for.
select 1
from payment n where n.payout_id in (
  select l.payout_id from refused_payment t join payment l using (payment_id) where t.batch_id = :batch
  union select s.successor_id from refused_payment t join payment l using (payment_id) join payout_successor s using (payout_id)
    where t.batch_id = :batch)
order by n.payment_id
for update of n
