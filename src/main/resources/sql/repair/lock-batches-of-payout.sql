-- Locks the batches in which payments of the payout travel, before the payments, as statuses of partners do.
select 1 from batch where batch_id in (select batch_id from payment where payout_id = :payout) order by batch_id for no key update
