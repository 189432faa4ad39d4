-- Archived payouts with a payment in one of the files, each with its month and whether that month's tables are here.
select distinct p.payout_id, p.period, archive_is_here(p.period) as here
from archived_payment a join archived_payout p using (payout_id)
where a.batch_id = any (:batches)
