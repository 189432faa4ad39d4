-- Freezes those of these payments that have no number yet, until two persons release the refused file.
update payment set frozen = true, frozen_for_batch = :batch, state = 'PLANNED', batch_id = null, batch_line = null, updated_at = :now
where (state = 'PLANNED' or state = 'SENT' and batch_id in (select batch_id from open_batch))
  and not frozen and payment_id in (select n.payment_id
from payment n where n.payout_id in (
  select l.payout_id from refused_payment t join payment l using (payment_id) where t.batch_id = :batch
  union select s.successor_id from refused_payment t join payment l using (payment_id) join payout_successor s using (payout_id)
    where t.batch_id = :batch))
